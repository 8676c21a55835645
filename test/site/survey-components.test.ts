import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { beforeAll, describe, expect, it } from 'vitest';
import { grades } from '../../src/model/record.ts';
import { writeTables, type TestRow } from './public-tables.ts';

const unit = (id: string) => ({ subject_kind: 'department', subject_id: id, period: 'all' });

function graded(id: string, counts: readonly (number | '')[], status: string): TestRow[] {
  return grades.map(({ code, zh }, place) => ({
    ...unit(id),
    question_id: 'overall',
    answer_id: code,
    answer_zh: zh,
    place: place + 1,
    count: counts[place] ?? '',
    base: counts.length > 0 ? 40 : '',
    share: counts.length > 0 ? Number(counts[place]) / 40 : '',
    status,
  }));
}

const rate = { question_id: 'overall', measure: 'negative_rate' };
const figures: TestRow[] = [
  { ...unit('tax'), measure: 'answered', question_id: 'overall', count: 40, value: 40, status: 'shown' },
  { ...unit('tax'), ...rate, count: 5, base: 40, value: 0.125, low: 0.0546, high: 0.2611, status: 'shown' },
  { ...unit('small'), measure: 'answered', question_id: 'overall', count: 19, value: 19, status: 'shown' },
  { ...unit('small'), ...rate, status: 'withheld' },
  { ...unit('tiny'), measure: 'answered', question_id: 'overall', status: 'withheld' },
  { ...unit('tiny'), ...rate, status: 'withheld' },
  { ...unit('none'), measure: 'answered', question_id: 'overall', base: 0, status: 'no_cases' },
  { ...unit('once'), measure: 'answered', question_id: 'overall', status: 'withheld' },
  { ...unit('once'), ...rate, status: 'withheld' },
  { ...unit('asked'), measure: 'answered', question_id: 'overall', status: 'withheld' },
  { ...unit('asked'), ...rate, status: 'withheld' },
];
const then = { release: 2, published_on: '2025-07-20' };
const lastTold: TestRow[] = [
  { ...unit('once'), measure: 'answered', question_id: 'overall', count: 1240, value: 1240, ...then },
  { ...unit('once'), ...rate, count: 155, base: 1240, value: 0.125, low: 0.1077, high: 0.1446, ...then },
  ...grades.map(({ code }, place) => {
    const [count, value] = place === 0 ? [1000, 0.806452] : [60, 0.048387];
    return { ...unit('once'), question_id: 'overall', answer_id: code, count, base: 1240, value, ...then };
  }),
  { ...unit('asked'), measure: 'answered', question_id: 'overall', count: 41, value: 41, ...then },
];
const answers = [
  ...graded('tax', [20, 10, 5, 3, 2], 'shown'),
  ...graded('small', [], 'withheld'),
  ...graded('tiny', [], 'withheld'),
  ...graded('none', [], 'no_cases'),
  ...graded('once', [], 'withheld'),
  ...graded('asked', [], 'withheld'),
];

/** The text of the row of a unit. */
let rowOf: (id: string) => Promise<string>;

beforeAll(async () => {
  process.env['ZHAOCHA_TABLES'] = writeTables({
    figures,
    answers,
    last_told: lastTold,
    measures: [{ measure: 'negative_rate', kind: 'rate', name_zh: '差评率' }],
  });
  const { default: GradeRows } = await import('../../src/site/components/GradeRows.astro');
  const container = await AstroContainer.create();
  rowOf = async (id) => {
    const html = await container.renderToString(GradeRows, {
      props: {
        language: 'zh',
        caption: '',
        head: '部门',
        rows: [
          {
            name: { text: id, lang: undefined },
            href: '/',
            question: 'overall',
            subject: { kind: 'department', id },
          },
        ],
        rates: ['negative_rate'],
        strip: 'negative_rate',
      },
    });
    const [, body = ''] = html.split('<tbody');
    return body
      .replaceAll(/<svg.*?<\/svg>/gs, '')
      .replaceAll(/<[^>]*>/g, ' ')
      .replaceAll(/\s+/g, ' ');
  };
});

describe('the five grades of a unit', () => {
  it('show the two negative counts and the rate with its range', async () => {
    const row = await rowOf('tax');
    expect(row).toContain('3 + 2');
    expect(row).toMatch(/13% +区间 5 – 至 27%/);
  });

  it('say that the single answers are withheld where only the number of people may be seen', async () => {
    const row = await rowOf('small');
    expect(row).toContain('19');
    expect(row).toContain('各个答案的人数不公布');
  });

  it('hold no number where everything is withheld', async () => {
    const row = await rowOf('tiny');
    expect(row).toContain('…');
    expect(row).toContain('不公布，以免认出个人');
    expect(row).not.toMatch(/\d/);
  });

  it('say beside what is withheld what was last told of it, of which release and day, and of how many people', async () => {
    const row = await rowOf('once');
    expect(row).toContain(
      '不公布，以免认出个人 上次公布（第 2 期， 2025-07-20 ）：差评率 12.5% （ 区间 10.7 – 至 14.5% ）， 非常满意 80.6% ， 满意 4.8% ， 基本满意 4.8% ， 不满意 4.8% ， 非常不满意 4.8% ， n = 1,240 ',
    );
    expect(row.replace(/上次公布.*1,240/, '')).not.toMatch(/\d/);
  });

  it('say how many answered where nothing else was told', async () => {
    expect(await rowOf('asked')).toMatch(/上次公布（第 2 期， 2025-07-20 ）：应答 41 /);
  });

  it('say none, and not 0, where nobody answered', async () => {
    const row = await rowOf('none');
    expect(row).toContain('没有');
    expect(row).not.toMatch(/\d|…/);
  });
});

import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeTables, type TestRow } from './public-tables.ts';

const everybody = { subject_kind: 'programme', subject_id: 'all', period: 'all' };
const ward = { subject_kind: 'department', subject_id: 'birth', period: 'all' };
const wording = ['非常满意', '满意', '一般', '不满意', '非常不满意'];

/** The figures and answers of the question in one unit. */
function answered(unit: TestRow, counts: readonly number[]): { figures: TestRow[]; answers: TestRow[] } {
  const base = counts.reduce((sum, count) => sum + count, 0);
  const of = { ...unit, question_id: 'care', status: 'shown' };
  const [good, bad] = [(counts[0] ?? 0) + (counts[1] ?? 0), (counts[3] ?? 0) + (counts[4] ?? 0)];
  const rate = (count: number) => ({ count, base, value: count / base, low: count / base / 2, high: 0.9 });
  return {
    figures: [
      { ...of, measure: 'answered', count: base, value: base },
      { ...of, measure: 'favourable_rate', ...rate(good) },
      { ...of, measure: 'unfavourable_rate', ...rate(bad) },
    ],
    answers: counts.map((count, place) => ({
      ...of,
      answer_id: `a${place + 1}`,
      answer_zh: wording[place] ?? '',
      place: place + 1,
      count,
      base,
      share: count / base,
    })),
  };
}

const parts = [answered(everybody, [200, 100, 60, 30, 10]), answered(ward, [20, 10, 5, 3, 2])];

let markup: (page: string, props?: object) => Promise<string>;
/** What a reader reads of a page. */
const read = async (page: string, props?: object) =>
  (await markup(page, props))
    .replaceAll(/<(style|svg)[\s\S]*?<\/\1>/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, '');

beforeAll(async () => {
  process.env['ZHAOCHA_TABLES'] = writeTables({
    programme: [
      { field: 'languages', value: 'zh en' },
      { field: 'name_zh', value: '县医院患者调查' },
      { field: 'cutoff', value: '2025-09-30' },
    ],
    figures: parts.flatMap(({ figures }) => figures),
    answers: parts.flatMap(({ answers }) => answers),
    questions: [
      {
        question_id: 'care',
        survey: 'ward',
        kind: 'scale',
        text_zh: '护士照护得好吗？',
        place: 1,
        favourable: 2,
        unfavourable: 2,
      },
    ],
    departments: [
      { department_id: 'birth', name_zh: '产科病区', name_en: 'Maternity' },
      { department_id: 'child', name_zh: '儿科病区', name_en: 'Children' },
    ],
    measures: [
      { measure: 'answered', kind: 'count', name_zh: '回答人数' },
      { measure: 'favourable_rate', kind: 'rate', name_zh: '正向回答' },
      { measure: 'unfavourable_rate', kind: 'rate', name_zh: '负向回答' },
    ],
  });
  const container = await AstroContainer.create();
  const pages = {
    home: await import('../../src/site/pages/[...language]/index.astro'),
    survey: await import('../../src/site/pages/[...language]/survey/index.astro'),
    question: await import('../../src/site/pages/[...language]/survey/[question].astro'),
    department: await import('../../src/site/pages/[...language]/departments/[department].astro'),
  };
  const { tables } = await import('../../src/site/tables/tables.ts');
  markup = (page, props = { department: tables.departments[0], question: tables.questions[0] }) =>
    container.renderToString(pages[page as keyof typeof pages].default, {
      props: { language: 'zh', ...props },
    });
});

const opening = '75%答“非常满意”或“满意”，10%答“不满意”或“非常不满意”。';

describe('a survey with one question, whose scale has a middle', () => {
  it.each(['home', 'survey'])('opens with it: what was asked, and which answers count: %s', async (page) => {
    expect(await read(page)).toContain(`护士照护得好吗？400人回答，${opening}`);
  });

  it('leads the page of the question with both sides, and says of the middle that it is on neither', async () => {
    const page = await read('question');
    expect(page).toContain(`护士照护得好吗？${opening}`);
    expect(page).toContain('正向：“非常满意”或“满意”；负向：“不满意”或“非常不满意”；其余在中间。');
    expect(page).toContain('中间的答案算在人数里，正向、负向都不算');
  });

  it('compares the wards by it', async () => {
    for (const page of ['survey', 'question']) expect(await read(page)).toMatch(/产科病区403\+275%/);
  });

  it('tells it on the page of a ward', async () => {
    expect(await read('department')).toMatch(/护士照护得好吗？403\+275%/);
  });

  it('draws the middle in a tone of its own, between the good and the bad side', async () => {
    const bar = /<svg class="bar"[^>]*height="24".*?<\/svg>/s.exec(await markup('department'))?.[0] ?? '';
    // Each piece is drawn over the end of the one after it.
    expect([...bar.matchAll(/<rect class="([^"]+)"/g)].map(([, name]) => name).toReversed()).toEqual([
      'f-g1',
      'f-g2',
      'f-tr',
      'f-g4',
      'f-g5',
    ]);
  });

  it.each(['home', 'survey', 'question', 'department'])('never calls it 好评率: %s', async (page) => {
    expect((await read(page)).replaceAll('不是好评率', '')).not.toMatch(/好评|差评|五档|五级/);
  });
});

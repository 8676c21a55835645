import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeTables, type TestRow } from './public-tables.ts';

/* Thirty months: of the whole programme all are drawn, of one department or question the latest, and how many there are is said. */

const months = Array.from({ length: 30 }, (_, place) => {
  const month = new Date(Date.UTC(2024, place, 1)).toISOString().slice(0, 7);
  return { period: month, starts_on: `${month}-01`, ends_on: `${month}-28`, complete: true };
});
const subjects = [
  { subject_kind: 'programme', subject_id: 'all' },
  { subject_kind: 'department', subject_id: 'tax' },
];
const found = subjects.flatMap((subject) =>
  [...months.map(({ period }) => period), 'all'].map((period): TestRow => ({
    ...subject,
    period,
    measure: 'found',
    count: 3,
    value: 3,
    status: 'shown',
    // A signal in each February: of a department two are drawn, one is not.
    ...(period === 'all' ? {} : { limits: 'xmr', signal: period.endsWith('-02') ? 'outside' : 'none' }),
  })),
);
/** A question that came into the survey with the fifth month and left it after the twentieth. */
const briefly = months.flatMap(({ period }, place): TestRow[] =>
  [
    { measure: 'responses', count: 50 },
    { measure: 'answered', question_id: 'brief', count: place >= 4 && place < 20 ? 40 : 0 },
  ].map((row) => ({ subject_kind: 'programme', subject_id: 'all', period, status: 'shown', ...row })),
);
const asked = months.flatMap(({ period }): TestRow[] =>
  ['answered', 'net_promoter_score'].map((measure) => ({
    ...{ subject_kind: 'programme', subject_id: 'all', question_id: 'advice', period, measure },
    ...{ count: 40, base: 40, value: 40, status: 'shown' },
  })),
);

type Component = 'ControlChart' | 'SmallMultiples' | 'QuestionUnits' | 'QuestionFacts';
let read: (component: Component, props: object) => Promise<string>;

beforeAll(async () => {
  process.env['ZHAOCHA_TABLES'] = writeTables({
    departments: [{ department_id: 'tax', name_zh: '税务局', name_en: 'Tax' }],
    periods: months,
    figures: [...found, ...asked, ...briefly],
    measures: [
      { measure: 'found', kind: 'count', name_zh: '发现', name_en: 'Found' },
      { measure: 'net_promoter_score', kind: 'score', name_zh: '净推荐值', name_en: 'Net Promoter Score' },
    ],
    questions: [{ question_id: 'advice', kind: 'score', text_zh: '推荐吗' }],
  });
  const container = await AstroContainer.create();
  const components = {
    ControlChart: await import('../../src/site/components/ControlChart.astro'),
    SmallMultiples: await import('../../src/site/components/SmallMultiples.astro'),
    QuestionUnits: await import('../../src/site/components/QuestionUnits.astro'),
    QuestionFacts: await import('../../src/site/components/QuestionFacts.astro'),
  };
  read = (component, props) =>
    container.renderToString(components[component].default, { props: { language: 'en', ...props } });
});

const earlier = 'the earlier ones are in the CSV file';
const headersIn = (html: string) =>
  [...html.matchAll(/<time datetime="(\d{4}-\d{2})">/g)].map(([, period]) => period);

describe('a programme of thirty months', () => {
  it('draws every month of the whole programme', async () => {
    const html = await read('ControlChart', { subject: { kind: 'programme', id: 'all' }, measure: 'found' });
    expect(headersIn(html)).toHaveLength(30);
    expect(html).not.toContain(earlier);
  });

  it('draws the latest two years of a department, and says so', async () => {
    const html = await read('ControlChart', { subject: { kind: 'department', id: 'tax' }, measure: 'found' });
    expect([headersIn(html).length, headersIn(html).at(-1)]).toEqual([24, '2026-06']);
    expect(html).toContain(earlier);
    const beside = await read('SmallMultiples', {});
    expect([headersIn(beside).length, headersIn(beside).at(-1)]).toEqual([24, '2026-06']);
    expect(beside).toContain(earlier);
  });

  it('counts the signals that it draws', async () => {
    for (const html of [
      await read('ControlChart', { subject: { kind: 'department', id: 'tax' }, measure: 'found' }),
      await read('SmallMultiples', {}),
    ])
      expect(html).toMatch(/data-where="[^"]*&(amp;|#38;)?period>=2024-07" value="2"/);
  });

  it('lists the latest months of a question, the latest first', async () => {
    const html = await read('QuestionUnits', { question: { question_id: 'advice', kind: 'score' } });
    const rows = html.split('<tr');
    const listed = rows.flatMap((row) => /(\w+ 202\d)/.exec(row)?.[1] ?? []);
    expect([listed.length, listed[0], listed.at(-1)]).toEqual([8, 'June 2026', 'November 2025']);
    expect(html).toContain(earlier);
  });

  it('says since when and until when a question was answered, where the survey asked others before and after', async () => {
    const said = async (question: string) =>
      (await read('QuestionFacts', { question, kind: 'score', answered: undefined }))
        .replaceAll(/<[^>]+>/g, '')
        .replaceAll(/\s+/g, ' ');
    expect(await said('brief')).toMatch(/answered since May 2024.*last answered in August 2025/);
    expect(await said('advice')).not.toContain('answered');
  });
});

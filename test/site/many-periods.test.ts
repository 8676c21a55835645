import { gzipSync } from 'node:zlib';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeTables, type TestRow } from './public-tables.ts';

/* Six years of months: of the whole programme all are drawn, of one department or question the latest, and how many there are is said. */

const months = Array.from({ length: 72 }, (_, place) => {
  const month = new Date(Date.UTC(2020, place + 6, 1)).toISOString().slice(0, 7);
  return { period: month, starts_on: `${month}-01`, ends_on: `${month}-28`, complete: true };
});
const departments = ['tax', ...Array.from({ length: 23 }, (_, place) => `department-${place}`)];
const subjects = [
  { subject_kind: 'programme', subject_id: 'all' },
  ...departments.map((id) => ({ subject_kind: 'department', subject_id: id })),
];
/** Digits as numbers of a city have them: what repeats itself weighs nothing. */
const anyOf = (place: number) => (place * 7919 * 104_729) % 1_000_003;
const found = subjects.flatMap((subject, of) =>
  [...months.map(({ period }) => period), 'all'].map((period, place): TestRow => ({
    ...subject,
    period,
    measure: 'found',
    count: anyOf(100 * of + place) % 30,
    value: anyOf(100 * of + place) % 30,
    status: 'shown',
    // A signal in each February: of a department two are drawn, one is not.
    ...(period === 'all' ? {} : { limits: 'xmr', signal: period.endsWith('-02') ? 'outside' : 'none' }),
  })),
);
/** A rate of all answers, with its range, the limits of chance and the changes. */
const rated = months.flatMap(({ period }, place): TestRow[] => {
  const any = (least: number, of: number) => (least + anyOf(10 * place + of) / 2e7).toFixed(6);
  const row = {
    subject_kind: 'programme',
    subject_id: 'all',
    question_id: 'overall',
    period,
    status: 'shown',
  };
  const rate = { count: anyOf(place) % 2000, base: 2000 + (anyOf(place + 1) % 500), value: any(0.9, 1) };
  const ends = { low: any(0.87, 2), high: any(0.93, 3), limits: 'p', signal: 'none' };
  const limits = { centre: 0.9, limit_low: any(0.85, 4), limit_high: any(0.95, 5) };
  const changes = ['previous', 'year'].map((before, at) => ({
    ...{ ...row, measure: `positive_rate_on_${before}`, value: any(0.01, 6 + at) },
  }));
  return [{ ...row, measure: 'positive_rate', ...rate, ...ends, ...limits }, ...changes];
});
/** A question that came into the survey in a month, and left it after sixteen of them. */
const briefly = months.flatMap(({ period }, place): TestRow[] =>
  [
    { measure: 'responses', count: 50 },
    { measure: 'answered', question_id: 'brief', count: place >= 46 && place < 62 ? 40 : 0 },
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
    departments: departments.map((id) => ({ department_id: id, name_zh: `某局${id}`, name_en: id })),
    periods: months,
    figures: [...found, ...asked, ...briefly, ...rated],
    measures: [
      { measure: 'found', kind: 'count', name_zh: '发现', name_en: 'Found' },
      { measure: 'positive_rate', kind: 'rate', name_zh: '好评率', name_en: 'Positive ratings' },
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

describe('a programme of seventy-two months', () => {
  it('draws every month of the whole programme', async () => {
    const html = await read('ControlChart', { subject: { kind: 'programme', id: 'all' }, measure: 'found' });
    expect(headersIn(html)).toHaveLength(72);
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
    const signals = (html: string) => /&(?:amp;|#38;)?period>=2024-07" value="(\d+)"/.exec(html)?.[1];
    const own = await read('ControlChart', { subject: { kind: 'department', id: 'tax' }, measure: 'found' });
    expect(signals(own)).toBe('2');
    expect(signals(await read('SmallMultiples', {}))).toBe(String(2 * departments.length));
  });

  const ofAll = { subject: { kind: 'programme', id: 'all' }, measure: 'positive_rate', question: 'overall' };

  it('draws three years of a rate of all answers, and says so', async () => {
    const html = await read('ControlChart', ofAll);
    expect([headersIn(html).length, headersIn(html)[0]]).toEqual([36, '2023-07']);
    expect(html).toContain(earlier);
  });

  // A page has 24 KB without its style sheet: what grows with the months takes a third of them at most.
  it.each([
    ['a rate of all answers', 'ControlChart', ofAll],
    ['what was found in each department', 'SmallMultiples', {}],
    ['what was found in all', 'ControlChart', { ...ofAll, measure: 'found', question: '' }],
  ] as const)('leaves room on its page for all else: %s', async (_, component, props) => {
    expect(gzipSync(await read(component, props)).length).toBeLessThan(8000);
  });

  it('lists the latest months of a question, the latest first', async () => {
    const html = await read('QuestionUnits', { question: { question_id: 'advice', kind: 'score' } });
    const rows = html.split('<tr');
    const listed = rows.flatMap((row) => /(\w+ 202\d)/.exec(row)?.[1] ?? []);
    expect([listed.length, listed[0], listed.at(-1)]).toEqual([6, 'June 2026', 'January 2026']);
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

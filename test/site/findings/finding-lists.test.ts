import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { outcomes, type Outcome } from '../../../src/site/findings/outcome.ts';
import { writeTables, type TestRow } from '../public-tables.ts';

/*
 * A city with more findings than the pages of a list hold. The lists read the tables when they are loaded, so the tables are
 * written first and the lists loaded after.
 */

type Lists = typeof import('../../../src/site/findings/finding-lists.ts');
type ListKind = import('../../../src/site/findings/finding-lists.ts').ListKind;

const ofTax: Readonly<Record<Outcome, number>> = {
  confirmed: 1800,
  claimed: 200,
  in_hand: 90,
  overdue: 150,
  refused: 60,
  transferred: 50,
  duplicate: 30,
  withdrawn: 20,
};
const statusOf = (outcome: Outcome) =>
  outcome === 'in_hand' || outcome === 'overdue'
    ? { status: 'sent', overdue: outcome === 'overdue' }
    : { status: outcome };

/** Two thousand and four hundred problems of one department, most of them found in July. */
const problems: TestRow[] = outcomes
  .flatMap((outcome) => Array.from({ length: ofTax[outcome] }, () => outcome))
  .map((outcome, at) => ({
    finding_id: `F-${String(at).padStart(4, '0')}`,
    kind: 'problem',
    ...statusOf(outcome),
    found_on: `2025-0${at % 3 === 0 ? 8 : 7}-${String((at % 28) + 1).padStart(2, '0')}`,
    last_event_on: `2025-09-${String((at % 30) + 1).padStart(2, '0')}`,
    period: '2025-Q3',
    department_id: 'tax',
    category_id: 'queue',
    channel: 'online',
    severity: 'minor',
    cohort_id: 'first',
  }));
const good: TestRow[] = Array.from({ length: 1001 }, (_, at) => ({
  finding_id: `G-${at}`,
  kind: 'commendation',
  status: 'found',
  found_on: '2025-08-01',
  last_event_on: '2025-08-01',
}));
const figure = {
  subject_kind: 'department',
  subject_id: 'tax',
  period: 'all',
  question_id: '',
  status: 'shown',
};
const figures: TestRow[] = outcomes.map((measure) => ({
  ...figure,
  measure,
  count: ofTax[measure],
  base: problems.length,
  value: ofTax[measure],
}));

let lists: Lists;
let rowsBehind: (typeof import('../../../src/site/figures/rows-behind.ts'))['rowsBehind'];
let figureOf: (typeof import('../../../src/site/figures/figures.ts'))['figureOf'];
let outcomeOf: (typeof import('../../../src/site/findings/outcome.ts'))['outcomeOf'];
let rendered: (path: string, language: string) => Promise<string>;

beforeAll(async () => {
  process.env['ZHAOCHA_TABLES'] = writeTables({
    findings: [...problems, ...good],
    figures,
    departments: [{ department_id: 'tax', name_zh: '税务局', name_en: 'Tax' }],
    categories: [{ category_id: 'queue', name_zh: '排队', name_en: 'Queues' }],
    cohorts: [{ cohort_id: 'first', name_zh: '第一届', name_en: 'First cohort' }],
    measures: [{ measure: 'sent', name_zh: '已反馈', name_en: 'Sent' }],
  });
  lists = await import('../../../src/site/findings/finding-lists.ts');
  ({ rowsBehind } = await import('../../../src/site/figures/rows-behind.ts'));
  ({ figureOf } = await import('../../../src/site/figures/figures.ts'));
  ({ outcomeOf } = await import('../../../src/site/findings/outcome.ts'));
  const container = await AstroContainer.create();
  const pages = import.meta.glob<{ default: AstroComponentFactory }>('../../../src/site/pages/**/*.astro');
  const page = (await pages['../../../src/site/pages/[...language]/findings/[...list].astro']?.())?.default;
  if (!page) throw new Error('There is no page of lists');
  rendered = async (path, language) => {
    const list = lists.listPages.find((one) => one.path === path);
    const html = await container.renderToString(page, { props: { language, list } });
    return html.replaceAll(/<!--.*?-->/gs, '').replaceAll(/\s+/g, ' ');
  };
});

const pagesOf = (of: ListKind, id: string) =>
  lists.listPages.filter(({ subject }) => subject.of === of && subject.id === id);
const idsOf = (of: ListKind, id: string) =>
  pagesOf(of, id).flatMap(({ rows }) => rows.map(({ finding_id }) => finding_id));

describe('the lists of a city with many findings', () => {
  it('hold every problem by month and every commendation, however many there are', () => {
    const byMonth = lists.monthsFound.flatMap((month) => idsOf('month', month));
    expect(byMonth.toSorted()).toEqual(problems.map((row) => row['finding_id']).toSorted());
    expect(pagesOf('month', '2025-07')).toHaveLength(16);
    expect(idsOf('commendations', '')).toHaveLength(good.length);
  });

  it('are ten pages at the most otherwise, and one page of what other lists hold', () => {
    const several: [ListKind, string][] = [
      ['all', ''],
      ['outcome', 'confirmed'],
      ['department', 'tax'],
      ['category', 'queue'],
    ];
    for (const [of, id] of several) expect([of, pagesOf(of, id).length]).toEqual([of, 10]);
    const one: [ListKind, string][] = [
      ['channel', 'online'],
      ['severity', 'minor'],
      ['cohort', 'first'],
      ['period', '2025-Q3'],
      ['step', 'ever_claimed'],
    ];
    for (const [of, id] of one) expect([of, pagesOf(of, id).length]).toEqual([of, 1]);
  });

  it('begin each outcome of a department, show the small ones whole and cut the large ones', () => {
    const shown = Map.groupBy(
      pagesOf('department', 'tax').flatMap(({ rows }) => rows),
      outcomeOf,
    );
    expect(Object.fromEntries([...shown].map(([outcome, { length }]) => [outcome, length]))).toEqual({
      ...ofTax,
      confirmed: 400,
    });
  });

  it('are by month in the order in which problems were found: what happens to one later does not move it', async () => {
    const days = pagesOf('month', '2025-07').flatMap(({ rows }) => rows.map(({ found_on }) => found_on));
    expect(days).toEqual(days.toSorted().reverse());
    expect(await rendered('month/2025-07', 'en')).toContain(`<time datetime="${days[0]}">`);
    const changes = pagesOf('all', '').flatMap(({ rows }) => rows.map(({ last_event_on }) => last_event_on));
    expect(changes).toEqual(changes.toSorted().reverse());
  });

  it('are where each number of a department leads, at the row where its outcome begins', () => {
    for (const outcome of outcomes) {
      const number = figureOf({ kind: 'department', id: 'tax' }, outcome);
      const address = number && rowsBehind('en', number);
      const [, path = '', anchor] = /^\/en\/findings\/(.*)\/#(.*)$/.exec(address ?? '') ?? [];
      const page = lists.listPages.find((one) => one.path === path);
      expect([outcome, anchor]).toEqual([outcome, outcome]);
      expect([outcome, page?.rows.some((row) => outcomeOf(row) === outcome)]).toEqual([outcome, true]);
    }
  });
});

describe('a page of a list that is cut', () => {
  it.each([
    [
      '',
      'zh',
      '这几页列出前 <span data-text>1,000</span> 件，其余在下面的 CSV 里。',
      '/findings/#lists-month',
    ],
    [
      'department/tax/page/4',
      'zh',
      '这几页列出每种结果的前 <span data-text>400</span> 件，其余在下面的 CSV 里。',
      '/findings/?department=tax',
    ],
    [
      'status/confirmed/page/10',
      'en',
      'These pages list the first <span data-text>1,000</span>; the rest is in the CSV below.',
      '/en/findings/?status=confirmed',
    ],
    [
      'channel/online',
      'en',
      'The first <span data-text>100</span> are listed here; the rest is in the CSV below.',
      '/en/findings/?channel=online',
    ],
    [
      'cohort/first',
      'en',
      'The first <span data-text>100</span> are listed here; the rest is in the CSV below.',
      '/en/findings/#lists-month',
    ],
  ])('%s in %s says so, and leads to the rest', async (path, language, sentence, address) => {
    const html = await rendered(path, language);
    const [said = ''] = /<p class="more">.*?<\/p>/.exec(html) ?? [];
    expect(said).toContain(sentence);
    expect(said).toContain(`href="${address}"`);
    expect(html).toContain('findings.csv" download');
  });

  it('is not said of one that is whole', async () => {
    expect(await rendered('month/2025-07', 'en')).not.toContain('class="more"');
    expect(await rendered('month/2025-07/page/16', 'en')).not.toContain('class="more"');
  });

  it('has the lists by month where it says that all problems stand', async () => {
    expect(await rendered('', 'zh')).toContain('id="lists-month"');
  });
});

describe('a page of a list after the first', () => {
  it('shows no number but those of its rows, and leads to the other lists', async () => {
    const html = await rendered('department/tax/page/2', 'en');
    expect(html).not.toMatch(/data-figure|data-rows/);
    expect(html).toContain('page <span data-text>2</span>.');
    expect(html).toContain('href="/en/findings/department/tax/#lists"');
    expect(await rendered('department/tax', 'en')).toContain('id="lists"');
  });
});

import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeTables, type TestRow } from './public-tables.ts';

const counted = (measure: string, count: number) => ({ measure, count, value: count, status: 'shown' });
const rated = (measure: string, value: number) => ({
  measure,
  count: value * 40,
  base: 40,
  value,
  low: value / 2,
  high: 0.95,
  status: 'shown',
});

/** The same figures of the one department and of everything: all problems are its own. */
const figures: TestRow[] = [
  { subject_kind: 'programme', subject_id: 'all' },
  { subject_kind: 'department', subject_id: 'town' },
].flatMap((subject) =>
  [
    counted('found', 40),
    counted('confirmed', 20),
    rated('on_time_rate', 0.5),
    ...[15, 30, 60].map((days) => rated(`confirmed_within_${days}`, 0.75)),
    { measure: 'median_days_to_confirmed', base: 40, value: 12, status: 'shown' },
  ].map((figure) => ({ ...subject, period: 'all', ...figure })),
);

/** What a reader reads of a page. */
let read: (page: 'departments' | 'department') => Promise<string>;

beforeAll(async () => {
  process.env['ZHAOCHA_TABLES'] = writeTables({
    figures,
    findings: [
      { finding_id: 'F-1', kind: 'problem', status: 'sent', department_id: 'town', title_zh: '窗口没有人' },
    ],
    departments: [{ department_id: 'town', name_zh: '便民中心' }],
    periods: [{ period: '2025-Q1', starts_on: '2025-01-01', ends_on: '2025-03-31', complete: true }],
  });
  const container = await AstroContainer.create();
  const pages = {
    departments: await import('../../src/site/pages/[...language]/departments/index.astro'),
    department: await import('../../src/site/pages/[...language]/departments/[department].astro'),
  };
  const { tables } = await import('../../src/site/tables/tables.ts');
  read = async (page) => {
    const html = await container.renderToString(pages[page].default, {
      props: { language: 'zh', department: tables.departments[0] },
    });
    const [, main = ''] = /<main[^>]*>([\s\S]*)<\/main>/.exec(html) ?? [];
    return main.replaceAll(/<(style|svg)[\s\S]*?<\/\1>|<[^>]+>/g, '').replaceAll(/\s+/g, '');
  };
});

describe('a programme with one department', () => {
  it('tells how it does, and holds it against nobody: all together it is the same', async () => {
    const page = await read('departments');
    expect(page).toContain('便民中心40');
    expect(page).not.toMatch(/与全部相比|合计|各部门一期一期|预期/);
  });

  it('says how long it takes without saying the same of all departments beside it', async () => {
    const page = await read('department');
    expect(page).toContain('60天内确认改好的约75%');
    expect(page).toContain('便民中心的问题，一半在发现后12天内经体验官确认改好');
    expect(page).not.toContain('全部部门');
  });
});

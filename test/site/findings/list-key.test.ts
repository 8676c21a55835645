import { beforeEach, describe, expect, it, vi } from 'vitest';
import { writeTables, type TestRow } from '../public-tables.ts';

/** Two hundred and fifty problems that were found in two months, the older one filled first. */
const problems: TestRow[] = Array.from({ length: 250 }, (_, at) => ({
  finding_id: `F-${String(at).padStart(3, '0')}`,
  kind: 'problem',
  status: 'sent',
  found_on: `2025-0${at < 210 ? 7 : 8}-01`,
  last_event_on: `2025-08-${String((at % 28) + 1).padStart(2, '0')}`,
  title_zh: '等候',
}));

/** The keys of the pages of all lists, by their paths. */
async function keysOf(findings: readonly TestRow[]): Promise<Record<string, string | undefined>> {
  vi.resetModules();
  process.env['ZHAOCHA_TABLES'] = writeTables({ findings });
  const { listPages } = await import('../../../src/site/findings/finding-lists.ts');
  const { listKey } = await import('../../../src/site/findings/list-key.ts');
  return Object.fromEntries(listPages.map((page) => [page.path, listKey(page)]));
}

const withRow = (at: number, row: TestRow) => problems.with(at, { ...problems[at], ...row });

describe('listKey', () => {
  let keys: Record<string, string | undefined>;
  beforeEach(async () => {
    keys = await keysOf(problems);
  });

  it('is that of each page after the first, and differs from page to page', () => {
    expect(keys['month/2025-07']).toBeUndefined();
    expect(keys['']).toBeUndefined();
    const later = Object.entries(keys).filter(([path]) => path.includes('page/'));
    expect(later.length).toBeGreaterThan(0);
    expect(new Set(later.map(([, key]) => key))).not.toContain(undefined);
    expect(keys['month/2025-07/page/2']).not.toBe(keys['month/2025-07/page/3']);
  });

  it('stays in the months of before when new problems come, and where old ones do not change', async () => {
    const more = Array.from({ length: 30 }, (_, at) => ({ ...problems[240], finding_id: `G-${at}` }));
    const after = await keysOf([...problems, ...more]);
    expect(after['month/2025-07/page/2']).toBe(keys['month/2025-07/page/2']);
    expect(after['month/2025-07/page/3']).toBe(keys['month/2025-07/page/3']);
    expect(after['page/2']).not.toBe(keys['page/2']);
  });

  it('changes with a row of the page, and with that page alone in the list of a month', async () => {
    // The last id stands first: of 210 the hundred and fiftieth is on the first page, the fiftieth on the second.
    const after = await keysOf(withRow(50, { status: 'claimed', last_event_on: '2025-09-30' }));
    expect(after['month/2025-07/page/2']).not.toBe(keys['month/2025-07/page/2']);
    expect(after['month/2025-07/page/3']).toBe(keys['month/2025-07/page/3']);
  });

  it('changes with the number of pages, to which every page leads', async () => {
    const old = Array.from({ length: 100 }, (_, at) => ({ ...problems[0], finding_id: `A-${at}` }));
    const after = await keysOf([...problems, ...old]);
    expect(after['month/2025-07/page/2']).not.toBe(keys['month/2025-07/page/2']);
  });
});

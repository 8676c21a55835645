import { beforeAll, describe, expect, it, vi } from 'vitest';
import { writeTables } from '../public-tables.ts';
import type { Finding } from '../../../src/site/findings/findings.ts';
import { withParts } from '../../../src/site/render/restate.ts';

/* What a finding's page and file say anew each day, without being made anew. */

const base = {
  finding_id: '2026-001',
  kind: 'problem',
  status: 'sent',
  found_on: '2026-03-01',
  due_on: '2026-04-01',
  limit_working_days: 21,
};
const day = (used: number, overdue: number | '', open: number) => ({
  ...base,
  overdue: overdue !== '',
  used_working_days: used,
  overdue_working_days: overdue,
  days_open: open,
});

type Parts = typeof import('../../../src/site/findings/moving-parts.ts');
type Records = typeof import('../../../src/site/findings/finding-record.ts');

async function at(cutoff: string, row: ReturnType<typeof day>) {
  vi.resetModules();
  vi.stubEnv(
    'ZHAOCHA_TABLES',
    writeTables({
      programme: [
        { field: 'cutoff', value: cutoff },
        { field: 'languages', value: 'zh en' },
      ],
      findings: [row],
      finding_events: [{ finding_id: '2026-001', event: 'sent', on: '2026-03-02', by: 'office' }],
    }),
  );
  const parts: Parts = await import('../../../src/site/findings/moving-parts.ts');
  const { recordText }: Records = await import('../../../src/site/findings/finding-record.ts');
  const { tables } = await import('../../../src/site/tables/tables.ts');
  const [finding] = tables.findings as readonly Finding[];
  if (finding === undefined) throw new Error('there is no finding');
  return {
    page: parts.movingOnPage(finding, 'en'),
    inRecord: parts.movingInRecord(finding),
    record: recordText(finding),
  };
}

type Day = Awaited<ReturnType<typeof at>>;

describe('the parts of an open finding that go on', () => {
  let before: Day;
  let after: Day;

  beforeAll(async () => {
    before = await at('2026-04-10', day(28, 7, 40));
    after = await at('2026-04-20', day(34, 13, 50));
  });

  it('are where it stands, and whose hands it has been in', () => {
    for (const { begins, ends, says } of after.page) {
      expect(says.startsWith(begins)).toBe(true);
      expect(says.endsWith(ends)).toBe(true);
    }
    expect(after.page.map(({ says }) => says.replace(/<[^>]+>/g, ' ')).join('')).toMatch(
      /13 .*34 .*50 .*2026-04-20/s,
    );
  });

  it('are put into the page of a day before, so that it says what it would if it were made anew', () => {
    const pageOf = (parts: Day['page']) =>
      `<h1>x</h1>${parts.map(({ says }) => says).join('<h2>between</h2>')}`;
    expect(withParts(Buffer.from(pageOf(before.page)), after.page)?.toString()).toBe(pageOf(after.page));
  });

  it('are lines of the file beside it', () => {
    expect(withParts(Buffer.from(before.record), after.inRecord)?.toString()).toBe(
      after.record.replace('"data_to": "2026-04-20"', '"data_to": "2026-04-10"'),
    );
  });
});

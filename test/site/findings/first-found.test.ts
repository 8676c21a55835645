import { beforeAll, expect, it } from 'vitest';
import { writeTables, type TestRow } from '../public-tables.ts';

const problem = (id: string, day: string): TestRow => ({
  finding_id: id,
  kind: 'problem',
  status: 'sent',
  found_on: day,
  last_event_on: day,
});

let firstFoundOn: string;

beforeAll(async () => {
  process.env['ZHAOCHA_TABLES'] = writeTables({
    findings: [problem('F2', '2025-04-08'), problem('F1', '2025-03-12')],
    periods: [{ period: '2025-Q1', starts_on: '2025-01-01', ends_on: '2025-03-31', complete: true }],
  });
  ({ firstFoundOn } = await import('../../../src/site/findings/findings.ts'));
});

it('counts from the day on which the first problem was found, not from the quarter in which that was', () => {
  expect(firstFoundOn).toBe('2025-03-12');
});

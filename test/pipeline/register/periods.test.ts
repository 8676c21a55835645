import { describe, expect, it } from 'vitest';
import { periodsBetween } from '../../../src/pipeline/register/periods.ts';

const names = (first: string, last: string, kind: 'month' | 'quarter') =>
  periodsBetween(first, last, kind).map(({ period }) => period);

describe('periodsBetween', () => {
  it.each([
    { first: '2025-01-01', last: '2025-01-01', kind: 'quarter', expected: ['2025-Q1'] },
    { first: '2025-03-31', last: '2025-04-01', kind: 'quarter', expected: ['2025-Q1', '2025-Q2'] },
    { first: '2024-11-30', last: '2025-02-01', kind: 'quarter', expected: ['2024-Q4', '2025-Q1'] },
    { first: '2024-12-31', last: '2025-01-01', kind: 'month', expected: ['2024-12', '2025-01'] },
    { first: '2025-09-30', last: '2025-09-30', kind: 'month', expected: ['2025-09'] },
  ] as const)('from $first to $last by $kind', ({ first, last, kind, expected }) => {
    expect(names(first, last, kind)).toEqual(expected);
  });

  it('divides all days without gap or overlap', () => {
    for (const kind of ['month', 'quarter'] as const) {
      const periods = periodsBetween('2023-12-15', '2026-06-15', kind);
      for (const [position, { starts_on }] of periods.slice(1).entries()) {
        const before = Date.parse(`${periods[position]?.ends_on}T00:00:00Z`);
        expect(Date.parse(`${starts_on}T00:00:00Z`) - before).toBe(86_400_000);
      }
    }
  });

  it('knows the leap day', () => {
    expect(periodsBetween('2024-02-10', '2024-02-11', 'month')).toEqual([
      { period: '2024-02', starts_on: '2024-02-01', ends_on: '2024-02-29' },
    ]);
  });
});

import type { Period } from '../../model/register.ts';

const pad = (value: number) => String(value).padStart(2, '0');

/**
 * The months or quarters from the one that holds the first day to the one that holds the last.
 *
 * @example
 * periodsBetween('2025-02-10', '2025-05-01', 'quarter').map((one) => one.period); // => ['2025-Q1', '2025-Q2']
 * periodsBetween('2024-02-10', '2024-02-11', 'month'); // => [{ period: '2024-02', starts_on: '2024-02-01', ends_on: '2024-02-29' }]
 */
export function periodsBetween(first: string, last: string, kind: 'month' | 'quarter'): Period[] {
  const months = kind === 'month' ? 1 : 3;
  const periods: Period[] = [];
  let year = Number(first.slice(0, 4));
  let month = Math.floor((Number(first.slice(5, 7)) - 1) / months) * months + 1;
  for (;;) {
    const startsOn = `${year}-${pad(month)}-01`;
    if (startsOn > last) return periods;
    const end = new Date(Date.UTC(year, month - 1 + months, 0)).toISOString().slice(0, 10);
    const name = kind === 'month' ? `${year}-${pad(month)}` : `${year}-Q${(month + 2) / 3}`;
    periods.push({ period: name, starts_on: startsOn, ends_on: end });
    month += months;
    if (month > 12) {
      month -= 12;
      year += 1;
    }
  }
}

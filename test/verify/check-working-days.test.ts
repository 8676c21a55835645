import { describe, expect, it } from 'vitest';
import { checkWorkingDays } from '../../src/verify/check-working-days.ts';
import type { PublicTables, Row } from '../../src/verify/read-table.ts';

/* The working days of each finding, counted from its dates and special_days.csv. October 2025 begins with a week of holidays. */

const specialDays: readonly Row[] = [
  { day: '2025-09-28', working: 'true' },
  ...['01', '02', '03', '06', '07', '08'].map((day) => ({ day: `2025-10-${day}`, working: 'false' })),
  { day: '2025-10-11', working: 'true' },
];

const claimed: Row = {
  finding_id: 'F-1',
  sent_on: '2025-09-26',
  due_on: '2025-10-13',
  claimed_on: '2025-10-11',
  limit_working_days: '7',
  used_working_days: '6',
  overdue_working_days: '',
};
const overdue: Row = {
  ...claimed,
  claimed_on: '',
  due_on: '2025-09-30',
  limit_working_days: '3',
  used_working_days: '8',
  overdue_working_days: '5',
};

const found = (finding: Row, { calendar = 'china', special_days = specialDays } = {}) =>
  checkWorkingDays({
    findings: [finding],
    special_days,
    programme: [
      { field: 'calendar', value: calendar },
      { field: 'cutoff', value: '2025-10-14' },
    ],
  } as unknown as PublicTables).map(({ where, expected, found: is }) => `${where}: ${expected}, ${is}`);

describe('checkWorkingDays', () => {
  it('counts make-up days, and neither weekends nor holidays, from the day after one up to another', () => {
    expect(found(claimed)).toEqual([]);
    expect(found(overdue)).toEqual([]);
  });

  it.each([
    ['limit_working_days', claimed, '7'],
    ['used_working_days', claimed, '6'],
    ['used_working_days', overdue, '8'],
    ['overdue_working_days', overdue, '5'],
  ])('finds %s that was counted otherwise', (column, finding, right) => {
    expect(found({ ...finding, [column]: '1' })).toEqual([`findings.csv F-1, ${column}: ${right}, 1`]);
  });

  it('counts by the days that an office lists itself, too', () => {
    expect(found(claimed, { calendar: 'own' })).toEqual([]);
    expect(found({ ...claimed, used_working_days: '1' }, { calendar: 'own' })).toHaveLength(1);
  });

  it('finds a number that is missing', () => {
    expect(found({ ...claimed, used_working_days: '' })).toEqual([
      'findings.csv F-1, used_working_days: 6, ',
    ]);
  });

  it('finds a holiday that was taken out', () => {
    expect(found(claimed, { special_days: specialDays.slice(0, -1) })).toHaveLength(2);
  });

  it('is not silenced by a row that is no day', () => {
    const spoilt = [...specialDays, { day: 'never', working: 'true' }];
    expect(found({ ...claimed, used_working_days: '1' }, { special_days: spoilt })).toHaveLength(1);
  });

  it('leaves alone what the table cannot tell: a day of a year that it has nothing of, a site of before the table', () => {
    expect(found({ ...claimed, due_on: '2031-01-02', limit_working_days: '' })).toEqual([]);
    expect(found({ ...claimed, used_working_days: '99' }, { special_days: [] })).toEqual([]);
  });

  it('counts calendar days overdue, and nothing else, where no calendar is followed', () => {
    const plain = { ...overdue, limit_working_days: '', used_working_days: '', overdue_working_days: '14' };
    const none = { calendar: 'none', special_days: [] };
    expect(found(plain, none)).toEqual([]);
    expect(found({ ...plain, overdue_working_days: '13' }, none)).toEqual([
      'findings.csv F-1, overdue_working_days: 14, 13',
    ]);
  });
});

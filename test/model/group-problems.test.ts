import { describe, expect, it } from 'vitest';
import { groupProblems } from '../../src/model/group-problems.ts';
import type { Problem } from '../../src/model/problem.ts';

const unknown = (row: number, spelling: string): Problem => ({
  code: 'unknown-name',
  file: 'a.csv',
  row,
  value: spelling,
  choose: { list: 'departments', spelling, likely: [] },
});

const rowsShown = (problems: readonly Problem[]) =>
  groupProblems({ problems, more: [] }, []).fatal.map(({ shown }) => shown.map(({ row }) => row));

describe('groupProblems', () => {
  it('shows each name to be settled before the rows in which it stands again', () => {
    expect(rowsShown([unknown(2, '甲'), unknown(3, '甲'), unknown(4, '乙'), unknown(5, '甲')])).toEqual([
      [2, 4, 3, 5],
    ]);
  });

  it('keeps to the order in which they were found where nothing is to be chosen', () => {
    const date = (row: number): Problem => ({ code: 'bad-date', file: 'a.csv', row, value: 'x' });
    expect(rowsShown([date(2), date(3), date(4)])).toEqual([[2, 3, 4]]);
  });
});

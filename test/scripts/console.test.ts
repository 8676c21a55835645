import { describe, expect, it } from 'vitest';
import { afterTodayLines } from '../../scripts/console.ts';
import type { Problem } from '../../src/model/problem.ts';

describe('afterTodayLines', () => {
  it('says of each row dated after today where it stands, and nothing of other problems', () => {
    const problems: Problem[] = [
      { code: 'repeated-row', file: 'a.csv', row: 2, value: 'F1' },
      {
        code: 'after-today',
        file: 'a.csv',
        row: 3,
        column: 'on',
        value: '2026-12-29',
        detail: '2026-11-30',
      },
    ];
    expect(afterTodayLines({ problems, more: [] }, 'zh')).toEqual([
      '  a.csv，第 3 行，“on”列：“2026-12-29”晚于今天 2026-11-30',
    ]);
    expect(afterTodayLines({ problems, more: [] }, 'en')).toEqual([
      '  a.csv, row 3, column on: “2026-12-29” is after today, 2026-11-30',
    ]);
  });
});

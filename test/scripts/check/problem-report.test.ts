import { describe, expect, it } from 'vitest';
import { problemReport } from '../../../scripts/check/problem-report.ts';
import type { Problem } from '../../../src/model/problem.ts';

const date = (row: number): Problem => ({
  code: 'bad-date',
  file: 'a.csv',
  row,
  column: 'found_on',
  value: `5月${row}日`,
  detail: 'yyyy-MM-dd',
});

describe('problemReport', () => {
  it('says nothing of nothing', () => {
    expect(problemReport({ problems: [], more: [] }, [], 'zh')).toBe('');
  });

  it('puts what must be mended before what may be looked at, each kind with its section of the handbook', () => {
    const problems: Problem[] = [{ code: 'no-drops', file: 'drops' }, date(3)];
    expect(problemReport({ problems, more: [] }, [], 'en')).toBe(
      [
        'Must fix (1)',
        ' bad-date · Not a date · 1 · handbook /handbook/problems/#bad-date',
        '  file   row  column    value',
        '  a.csv  3    found_on  5月3日',
        '      “5月3日” is not a date',
        '      → write it as yyyy-MM-dd',
        'Please look (1)',
        ' no-drops · No drops · 1 · handbook /handbook/problems/#no-drops',
        '  file   row  column  value',
        '  drops  -    -       -',
        '      there are no drops yet',
        '      → put exported files into data/drops/',
      ].join('\n'),
    );
  });

  it('shows the first twenty of a kind and counts the rest', () => {
    const problems = Array.from({ length: 23 }, (_, place) => date(place + 2));
    const report = problemReport({ problems, more: [{ path: '-', counts: { 'bad-date': 1000 } }] }, [], 'zh');
    expect(report).toContain('必须改（1023）');
    expect(report).toContain(' bad-date · 不是日期 · 1023 处 · 手册 /handbook/problems/#bad-date');
    expect(report.match(/→/g)).toHaveLength(20);
    expect(report).toContain('  …… 同类还有 1003 处');
  });

  it('takes what the office tolerates for a warning', () => {
    const problem: Problem = { code: 'markup-in-cell', file: 'a.csv', row: 2, value: '<b>' };
    expect(problemReport({ problems: [problem], more: [] }, ['markup-in-cell'], 'zh')).toMatch(
      /^请看一眼（1）/,
    );
  });
});

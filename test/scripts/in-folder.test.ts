import { describe, expect, it } from 'vitest';
import { inFolder } from '../../scripts/in-folder.ts';
import { problemReport } from '../../scripts/check/problem-report.ts';
import type { Problem } from '../../src/model/problem.ts';

describe('inFolder', () => {
  it('leaves the messages of the project’s own programme alone', () => {
    expect(inFolder('npm run check', undefined)).toBe('npm run check');
  });

  it.each([
    ['npm run check', 'npm run check -- --data ../my-city'],
    ['先运行 npm run build，再看', '先运行 npm run build -- --data ../my-city，再看'],
    ['npm run check -- --accept "a,b,c"', 'npm run check -- --data ../my-city --accept "a,b,c"'],
    [
      'npm run describe -- "data/drops/一.xlsx"',
      'npm run describe -- --data ../my-city "../my-city/drops/一.xlsx"',
    ],
    ['把导出的文件放进 data/drops/', '把导出的文件放进 ../my-city/drops/'],
    ['在 data/lookup/ 里建这个文件', '在 ../my-city/lookup/ 里建这个文件'],
    ['npm run verify reads a site', 'npm run verify reads a site'],
  ])('names the folder of a programme in %s', (message, told) => {
    expect(inFolder(message, '../my-city')).toBe(told);
  });

  it('writes a folder with a blank in its name so that it can be pasted', () => {
    expect(inFolder('npm run check', '../my city/')).toBe('npm run check -- --data "../my city/"');
    expect(inFolder('data/drops/', '../my city/')).toBe('../my city/drops/');
  });

  it('is asked for what mends each problem', () => {
    const problem: Problem = { code: 'unknown-layout', file: '一.xlsx', detail: 'events' };
    const report = problemReport({ problems: [problem], more: [] }, [], 'en', '../my-city');
    expect(report).toContain('npm run describe -- --data ../my-city "../my-city/drops/一.xlsx"');
  });
});

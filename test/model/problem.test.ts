import { describe, expect, it } from 'vitest';
import {
  isFatal,
  problemKinds,
  problemText,
  tolerable,
  type Problem,
  type ProblemCode,
} from '../../src/model/problem.ts';

const codes = Object.keys(problemKinds) as ProblemCode[];
const hanzi = /\p{Script=Han}/u;

describe.each(codes)('the problem %s', (code) => {
  const problem: Problem = {
    code,
    file: 'a.csv',
    row: 3,
    column: 'title_zh',
    value: 'VALUE',
    detail: { zh: '细节', en: 'DETAIL' },
    said: { zh: '说法', en: 'SAID' },
  };

  it('is said in Chinese and in English, with every slot filled', () => {
    const { where, what, mend } = problemText(problem, 'zh');
    expect(where).toContain('a.csv，第 3 行，');
    for (const text of [what, mend]) {
      expect(text).toMatch(hanzi);
      expect(text).not.toMatch(/[{}]/);
    }
    const english = problemText(problem, 'en');
    expect(english.where).toContain('a.csv, row 3, ');
    for (const text of [english.what, english.mend]) {
      expect(text).not.toMatch(hanzi);
      expect(text).not.toMatch(/[{}]/);
      expect(text.length).toBeGreaterThan(3);
    }
  });

  it('shows the same facts in both languages', () => {
    const slots = ({ zh, en }: { zh: string; en: string }) =>
      [zh, en].map((text) => [...text.matchAll(/\{\w+\}/g)].map(([slot]) => slot).sort());
    for (const words of [problemKinds[code].what, problemKinds[code].mend]) {
      const [chinese, english] = slots(words);
      expect(chinese).toEqual(english);
    }
  });
});

const bad = (value: string): Problem => ({ code: 'formula-in-cell', file: 'a.csv', row: 2, value });

describe('problemText', () => {
  it('pins the wording of a usual problem', () => {
    const problem: Problem = {
      code: 'bad-date',
      file: '2025.csv',
      row: 14,
      column: 'found_on',
      value: '2025-02-29',
      detail: 'yyyy-MM-dd',
    };
    expect(problemText(problem, 'zh')).toEqual({
      where: '2025.csv，第 14 行，“found_on”列',
      what: '“2025-02-29”不是日期',
      mend: '应写成 yyyy-MM-dd',
    });
    expect(problemText(problem, 'en')).toEqual({
      where: '2025.csv, row 14, column found_on',
      what: '“2025-02-29” is not a date',
      mend: 'write it as yyyy-MM-dd',
    });
  });

  it.each([
    { description: 'a long value', input: `=${'很'.repeat(5000)}`, expected: `=${'很'.repeat(59)}…` },
    { description: 'a value of exactly the length shown', input: 'x'.repeat(60), expected: 'x'.repeat(60) },
    { description: 'a value of several lines', input: '=1\r\n\r\n2\t3', expected: '=1 2 3' },
    {
      description: 'characters outside the first plane are not cut in two',
      input: '😀'.repeat(61),
      expected: `${'😀'.repeat(60)}…`,
    },
    {
      description: 'an escape sequence for the terminal',
      input: '=\u001b[2J\u0007清屏',
      expected: '= [2J 清屏',
    },
    {
      description: 'a mark that turns the direction of writing',
      input: '=\u202egnp.exe',
      expected: '= gnp.exe',
    },
    { description: 'a value with a slot in it', input: '={detail}', expected: '={detail}' },
    { description: 'a value with a dollar sign', input: "=$& $1 $'", expected: "=$& $1 $'" },
  ])('$description', ({ input, expected }) => {
    expect(problemText(bad(input), 'en').what).toBe(`the cell looks like a formula: ${expected}`);
  });

  it('shortens a detail and a header as well, for they come from the drop too', () => {
    const problem: Problem = {
      code: 'unknown-name',
      file: 'a.csv',
      column: `题目${'长'.repeat(500)}\n第二行`,
      value: 'x',
      detail: `第一行\n${'很'.repeat(5000)}`,
    };
    const { where, mend } = problemText(problem, 'zh');
    expect(where.length).toBeLessThan(120);
    expect(mend.length).toBeLessThan(600);
    expect(`${where}${mend}`).not.toContain('\n');
  });

  it('counts characters in a settings file, and takes a number that is a header for a header', () => {
    const setting: Problem = { code: 'bad-setting', file: 'programme.yaml', row: 4, column: '12' };
    expect(problemText(setting, 'zh').where).toBe('programme.yaml，第 4 行，第 12 个字');
    expect(problemText(setting, 'en').where).toBe('programme.yaml, row 4, character 12');
    const header: Problem = { code: 'unknown-column', file: 'a.csv', row: 1, column: '2024', value: '2024' };
    expect(problemText(header, 'en').where).toBe('a.csv, row 1, column 2024');
  });

  it('says nothing of a row or a column that the problem does not have', () => {
    expect(problemText({ code: 'no-drops', file: 'drops' }, 'en').where).toBe('drops');
  });
});

describe('isFatal', () => {
  it('goes by the kind of problem', () => {
    expect(isFatal({ code: 'bad-date', file: '' })).toBe(true);
    expect(isFatal({ code: 'repeated-row', file: '' })).toBe(false);
  });

  it.each(tolerable)('%s is fatal unless the office tolerates it', (code) => {
    expect(isFatal({ code, file: '' })).toBe(true);
    expect(isFatal({ code, file: '' }, [code])).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { handbookPath, problemHelp } from '../../src/model/problem-help.ts';
import { problemKinds, type ProblemCode } from '../../src/model/problem.ts';

const codes = Object.keys(problemKinds) as ProblemCode[];
const hanzi = /\p{Script=Han}/u;

describe('the handbook', () => {
  it('has a section for every code, and none that no check can find', () => {
    expect(Object.keys(problemHelp).sort()).toEqual([...codes].sort());
  });

  it.each(codes)('says of %s when it occurs and how to mend it, in both languages', (code) => {
    const { name, when, mend, example } = problemHelp[code];
    for (const words of [name, when, mend]) {
      expect(words.zh).toMatch(hanzi);
      expect(words.en).not.toMatch(hanzi);
      expect(words.en.length).toBeGreaterThan(3);
    }
    expect(`${example.zh}${example.en}`).not.toMatch(/[{][a-z]+[}]/);
    expect(handbookPath(code)).toBe(`handbook/problems/#${code}`);
  });
});

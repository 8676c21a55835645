import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/model/nearest.ts';
import { fc } from '../seeded-checks.ts';

describe('nearest', () => {
  it.each([
    {
      description: 'a slip of the pen',
      word: 'licens',
      candidates: ['licence', 'period', 'site'],
      expected: ['licence'],
    },
    {
      description: 'an abbreviation of a Chinese name',
      word: '人社局',
      candidates: ['人力资源和社会保障局', '公安局'],
      expected: ['人力资源和社会保障局'],
    },
    {
      description: 'a name with something added',
      word: '市公安局',
      candidates: ['民政局', '公安局'],
      expected: ['公安局'],
    },
    {
      description: 'letter case does not matter',
      word: 'QUARTER',
      candidates: ['month', 'quarter'],
      expected: ['quarter'],
    },
    { description: 'nothing like it', word: 'zebra', candidates: ['month', 'quarter'], expected: [] },
    { description: 'nothing to choose from', word: 'month', candidates: [], expected: [] },
    { description: 'an empty word', word: '', candidates: ['month'], expected: [] },
    {
      description: 'at most three, the best first',
      word: 'abcd',
      candidates: ['abcz', 'abce', 'abcd', 'abcde', 'abxx'],
      expected: ['abcd', 'abcde', 'abce'],
    },
  ])('$description', ({ word, candidates, expected }) => {
    expect(nearest(word, candidates)).toEqual(expected);
  });

  it('gives only candidates, and a candidate itself first of all', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1 }), (candidates) => {
        const [word = ''] = candidates;
        const found = nearest(word, candidates);
        expect(found[0]?.toLowerCase()).toBe(word.toLowerCase());
        for (const one of found) expect(candidates).toContain(one);
      }),
    );
  });
});

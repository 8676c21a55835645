import { describe, expect, it } from 'vitest';
import { sightOf, type Sight } from '../../../src/site/survey/sight.ts';

const shown = { status: 'shown' };
const withheld = { status: 'withheld' };
const none = { status: 'no_cases' };

const cases: readonly {
  description: string;
  answers: readonly { status: string }[];
  answered: { status: string } | undefined;
  expected: Sight;
}[] = [
  { description: 'all answers', answers: [shown, shown], answered: shown, expected: 'shown' },
  { description: 'only how many answered', answers: [withheld], answered: shown, expected: 'base_only' },
  { description: 'nothing', answers: [withheld], answered: withheld, expected: 'withheld' },
  { description: 'nothing, without rows', answers: [], answered: withheld, expected: 'withheld' },
  { description: 'that nobody answered', answers: [none], answered: none, expected: 'none' },
  { description: 'that nobody was asked', answers: [], answered: undefined, expected: 'none' },
  {
    description: 'no half of a distribution',
    answers: [shown, withheld],
    answered: shown,
    expected: 'base_only',
  },
];

describe('sightOf tells', () => {
  it.each(cases)('$description', ({ answers, answered, expected }) => {
    expect(sightOf(answers, answered)).toBe(expected);
  });
});

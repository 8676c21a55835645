import { describe, expect, it } from 'vitest';
import { muchWithheld } from '../../../src/pipeline/protect/much-withheld.ts';
import { unitKey } from '../../../src/model/survey-table.ts';
import type { ProtectedAnswers, ProtectedSurvey } from '../../../src/model/tally.ts';

const all = (base: number): ProtectedAnswers => ({ shown: 'all', base, counts: new Map() });
const base: ProtectedAnswers = { shown: 'base', base: 40 };
const nothing: ProtectedAnswers = { shown: 'nothing' };

/** One question, and what is shown of it in some departments. */
function departments(...shown: readonly ProtectedAnswers[]): ProtectedSurvey {
  const units = shown.map((_, place) => ({
    subject_kind: 'department',
    subject_id: `d${place}`,
    period: 'all',
  }));
  const of = new Map(units.map((unit, place) => [unitKey(unit), shown[place] ?? nothing]));
  return { units, answers: new Map([['q', of]]), responses: new Map() };
}

describe('muchWithheld', () => {
  it('says nothing where up to a fifth is withheld', () => {
    expect(muchWithheld(departments(all(50), all(60), all(70), all(80), nothing))).toEqual([]);
  });

  it('tells of a table of which more is withheld, by what it is counted', () => {
    expect(muchWithheld(departments(all(50), all(60), base, nothing))).toEqual([
      {
        code: 'much-withheld',
        file: 'programme.yaml',
        value: '2/4',
        detail: { zh: '部门', en: 'department' },
      },
    ]);
  });

  it('leaves out units of which nobody answered', () => {
    expect(muchWithheld(departments(all(0), all(0), all(0), all(0), all(0), all(50), nothing))).toMatchObject(
      [{ value: '1/2' }],
    );
  });
});

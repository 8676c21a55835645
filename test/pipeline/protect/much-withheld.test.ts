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

const bare = { survey_tables: [] };
const placeOf = (path: readonly PropertyKey[]) => ({ row: 7, column: path.join('.') });

/** The same units by another kind. */
const of = (kind: string, { units, answers, responses }: ProtectedSurvey): ProtectedSurvey => ({
  units: units.map((unit) => ({ ...unit, subject_kind: kind })),
  answers: new Map(
    [...answers].map(([question, own]) => [
      question,
      new Map([...own].map(([key, one]) => [key.replace('department', kind), one])),
    ]),
  ),
  responses,
});

describe('muchWithheld', () => {
  it('says nothing where up to a fifth is withheld', () => {
    expect(muchWithheld(departments(all(50), all(60), all(70), all(80), nothing), bare, placeOf)).toEqual([]);
  });

  it('tells of a table of which more is withheld, by what it is counted', () => {
    expect(muchWithheld(departments(all(50), all(60), base, nothing), bare, placeOf)).toEqual([
      {
        code: 'much-withheld',
        file: 'lookup/departments.csv',
        value: '2/4',
        detail: { zh: '部门', en: 'department' },
      },
    ]);
  });

  it('leaves out units of which nobody answered', () => {
    const some = departments(all(0), all(0), all(0), all(0), all(0), all(50), nothing);
    expect(muchWithheld(some, bare, placeOf)).toMatchObject([{ value: '1/2' }]);
  });

  it.each([
    ['the list of the units', 'hall', [], 'lookup/halls.csv', undefined],
    [
      'the table that was asked for',
      'hall',
      ['channel × period', 'hall × period'],
      'programme.yaml',
      'survey_tables.1',
    ],
    ['the table that was asked for', 'hall_channel', ['hall × channel'], 'programme.yaml', 'survey_tables.0'],
    ['how long a period is', 'programme', ['hall × period'], 'programme.yaml', 'period'],
    ['the settings', 'channel', [], 'programme.yaml', undefined],
  ])('names where to look: %s (%s)', (_, kind, survey_tables, file, column) => {
    const told = muchWithheld(of(kind, departments(nothing, nothing)), { survey_tables }, placeOf);
    expect(told.map((one) => [one.file, one.column])).toEqual([[file, column]]);
  });
});

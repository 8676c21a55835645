import type { ValueRow } from '../../../src/model/query.ts';
import { rules, type RuleName } from '../../../src/model/rule.ts';
import type { Question, Settings } from '../../../src/model/settings.ts';
import { surveyDimensions, surveyFamilies, type SurveyDimension } from '../../../src/model/survey-table.ts';
import { tallyNames, type Tallies } from '../../../src/model/tally.ts';
import { smallSettings } from '../small-settings.ts';

/** One respondent: where, how and when, and the answers to the questions that were answered. */
export type Person = Readonly<Partial<Record<SurveyDimension, string>>> & {
  readonly origin?: string;
  readonly block?: string;
  readonly answers?: Readonly<Record<string, string>>;
};

/** The numbers we chose, as they stand. */
export const thresholds = Object.fromEntries(
  Object.values(rules).map(({ rule, value }) => [rule, value]),
) as Record<RuleName, number>;

/** So many people, all alike. */
export function people(count: number, person: Person): Person[] {
  return Array.from({ length: count }, () => person);
}

/** A question that takes one of some answers. */
export function question(id: string, ...answers: readonly string[]): Question {
  return {
    id,
    survey: 's',
    kind: 'single',
    names: {},
    choices: answers.map((answer) => ({ id: answer, names: {} })),
  };
}

/** Settings with questions and tables of two dimensions. */
export function surveySettings(
  questions: readonly Question[],
  tables: readonly string[] = [],
  changes: Partial<Settings> = {},
): Settings {
  const list = tables.length === 0 ? null : `[${tables.join(', ')}]`;
  return smallSettings({ questions, ...changes }, { survey_tables: list });
}

/** Settings with questions and halls. */
export function hallSettings(questions: readonly Question[], halls: readonly string[]): Settings {
  const bare = surveySettings(questions);
  return {
    ...bare,
    lookups: { ...bare.lookups, halls: halls.map((id) => ({ id, cells: { id } })) },
  };
}

const columnOf = (dimension: SurveyDimension) =>
  ['department', 'service', 'hall'].includes(dimension) ? `${dimension}_id` : dimension;

/** Counts people as the SQL of the tallies does, for every family of tables. */
export function talliesOf(persons: readonly Person[], settings: Settings): Tallies {
  const families = surveyFamilies(settings.programme.survey_tables ?? []);
  const place = (person: Person, family: readonly SurveyDimension[]): ValueRow => ({
    ...Object.fromEntries(
      surveyDimensions.map((dimension) => [
        columnOf(dimension),
        family.includes(dimension) ? (person[dimension] ?? '') : null,
      ]),
    ),
    block: person.block ?? 'new',
    left_out: surveyDimensions.reduce(
      (mask, dimension) => mask * 2 + (family.includes(dimension) ? 0 : 1),
      0,
    ),
  });
  const counted = (rows: readonly ValueRow[], name: string): ValueRow[] =>
    [...Map.groupBy(rows, (row) => JSON.stringify(row))].map(([key, all]) => ({
      ...(JSON.parse(key) as ValueRow),
      [name]: all.length,
    }));
  const real = persons.filter(({ origin }) => origin !== 'default');
  const each = (list: readonly Person[], of: (person: Person, at: ValueRow) => ValueRow[]) =>
    families.flatMap((family) => list.flatMap((person) => of(person, place(person, family))));
  const several = new Set(settings.questions.filter(({ kind }) => kind === 'multiple').map(({ id }) => id));
  return {
    ...(Object.fromEntries(tallyNames.map((name) => [name, []])) as unknown as Tallies),
    responses: counted(
      each(persons, (person, at) => [{ ...at, origin: person.origin ?? '', transactions: 'unknown' }]),
      'responses',
    ),
    answered: counted(
      each(real, (person, at) =>
        Object.keys(person.answers ?? {}).flatMap((id) =>
          several.has(id) ? [{ ...at, question_id: id }] : [],
        ),
      ),
      'people',
    ),
    answers: counted(
      each(real, (person, at) =>
        Object.entries(person.answers ?? {}).flatMap(([id, given]) =>
          given.split('|').map((answer) => ({ ...at, question_id: id, answer_id: answer })),
        ),
      ),
      'answers',
    ),
  };
}

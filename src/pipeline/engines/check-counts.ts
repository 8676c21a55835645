import type { Problem } from '../../model/problem.ts';
import type { ValueRow } from '../../model/query.ts';
import { channels, ratingOrigins, respondentKinds } from '../../model/record.ts';
import type { Settings } from '../../model/settings.ts';
import { surveyFamilies } from '../../model/survey-table.ts';
import type { Tallies } from '../../model/tally.ts';
import { EngineFailure } from './engine.ts';

type SurveyTallies = Pick<Tallies, 'responses' | 'answered' | 'answers'>;

function refuse(code: Problem['code'], value: string, detail: Problem['detail']): never {
  throw new EngineFailure({ code, file: 'programme.yaml', value, detail: detail ?? '' });
}

/** What a column of the counts may hold, by the lists of the office; '' stands for what a response does not say. */
function knownValues({ lookups, questions }: Settings): Readonly<Record<string, ReadonlySet<string>>> {
  const ids = (list: readonly { readonly id: string }[]) => new Set(['', ...list.map(({ id }) => id)]);
  const codes = (list: readonly { readonly code: string }[]) =>
    new Set(['', ...list.map(({ code }) => code)]);
  return {
    department_id: ids(lookups.departments),
    service_id: ids(lookups.services),
    hall_id: ids(lookups.halls),
    channel: codes(channels),
    respondent: codes(respondentKinds),
    origin: codes(ratingOrigins),
    question_id: ids(questions),
  };
}

function checkValues(rows: readonly ValueRow[], settings: Settings): void {
  const known = Object.entries(knownValues(settings));
  for (const row of rows)
    for (const [column, values] of known) {
      const value = row[column];
      if (typeof value === 'string' && !values.has(value)) refuse('engine-unknown-value', column, value);
    }
}

function checkAnswers(rows: readonly ValueRow[], { questions }: Settings): void {
  const choices = new Map(questions.map(({ id, choices: all }) => [id, new Set(all.map((one) => one.id))]));
  for (const row of rows)
    if (choices.get(String(row['question_id']))?.has(String(row['answer_id'])) !== true)
      refuse('engine-unknown-value', String(row['question_id']), String(row['answer_id']));
}

/** Sums of a count by question and family of tables. */
function sums(rows: readonly ValueRow[], count: string): Map<string, Map<number, number>> {
  const all = new Map<string, Map<number, number>>();
  for (const row of rows) {
    const question = String(row['question_id'] ?? '');
    const family = Number(row['left_out']);
    const own = all.get(question) ?? new Map<number, number>();
    own.set(family, (own.get(family) ?? 0) + Number(row[count]));
    all.set(question, own);
  }
  return all;
}

/**
 * Every family of tables counts the same people: where one has fewer, groups are missing. Gives the sum of each question.
 */
function checkSums(
  name: string,
  rows: readonly ValueRow[],
  count: string,
  families: number,
): Map<string, number> {
  const all = new Map<string, number>();
  for (const [question, own] of sums(rows, count)) {
    const [first = 0, ...others] = own.values();
    if (own.size !== families || others.some((sum) => sum !== first))
      refuse('counts-incomplete', name, [...own.values()].join(', '));
    all.set(question, first);
  }
  return all;
}

/** What the counts must add up to, as far as it is known beforehand. */
export interface Expected {
  /** The responses that count. */
  readonly responses?: number;
  /** The answers that were given to each question that takes several, listed or not. */
  readonly given?: readonly ValueRow[];
}

/** Holds the counts of an engine against the lists, against each other and against what is expected; throws where they fail. */
export function checkCounts(tallies: SurveyTallies, settings: Settings, expected: Expected = {}): void {
  checkValues([...tallies.responses, ...tallies.answered, ...tallies.answers], settings);
  checkAnswers(tallies.answers, settings);
  const families = surveyFamilies(settings.programme.survey_tables ?? []).length;
  const responses = checkSums('responses', tallies.responses, 'responses', families).get('') ?? 0;
  checkSums('answered', tallies.answered, 'people', families);
  const answers = checkSums('answers', tallies.answers, 'answers', families);
  if (expected.responses !== undefined && responses !== expected.responses)
    refuse('counts-incomplete', 'responses', `${responses} ≠ ${expected.responses}`);
  for (const row of expected.given ?? []) {
    const question = String(row['question_id']);
    const counted = answers.get(question) ?? 0;
    if (counted !== Number(row['answers']))
      refuse('engine-unknown-value', question, `${counted} ≠ ${String(row['answers'])}`);
  }
}

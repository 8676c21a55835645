import { allTime, wholeProgramme } from '../../model/published.ts';
import type { RuleName } from '../../model/rule.ts';
import { sidesOfGrades } from '../../model/sides.ts';
import type { SiteFiles } from '../difference.ts';
import { cell, numberIn, rowsIn, rowsOf, type Row } from '../read-table.ts';
import { people, responses, toldByAnswer, toldByFigure, unitOf, type Asked, type Told } from './told.ts';

/** The numbers of one layer (a question, or the responses) that are told as they are: by unit, then by column. */
export type Numbers = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** What one release tells of the survey, or what stands now. */
export interface State {
  /** The number of the release; null for what stands now. */
  readonly release: number | null;
  /** The closed periods that it counts. */
  readonly periods: readonly string[];
  readonly rules: Readonly<Record<RuleName, number>>;
  readonly asked: readonly Asked[];
  readonly answers: readonly Row[];
  /** The rows of the survey alone. */
  readonly figures: readonly Row[];
  /** Units that have a row, by layer: who has none in a table that is published has nobody. */
  readonly units: ReadonlyMap<string, ReadonlySet<string>>;
  readonly numbers: ReadonlyMap<string, Numbers>;
  /** Whatever is told otherwise than as a plain number. */
  readonly sums: readonly Told[];
  /** The department of each service. */
  readonly departmentOf: ReadonlyMap<string, string>;
  /** The department that each has become. */
  readonly successorOf: ReadonlyMap<string, string>;
}

const ofResponses = new Set(['responses', 'active_share', 'evaluation_rate']);

/** Whether a row is one of the survey, by its question and its measure; rows of answers have no measure. */
export function isOfSurvey(question: string, measure: string): boolean {
  return question !== '' || ofResponses.has(measure);
}

/** Only the rows of the survey are taken apart: a large programme has many other figures. */
function surveyFigures(bytes: Uint8Array): Row[] {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  const [head = '', ...lines] = text.split('\r\n');
  const names = head.split(',');
  const [measure, question] = [names.indexOf('measure'), names.indexOf('question_id')];
  const own = lines.filter((line) => {
    if (line.includes('"')) return true;
    const cells = line.split(',', Math.max(measure, question) + 1);
    return isOfSurvey(cells[question] ?? '', cells[measure] ?? '');
  });
  return rowsIn([head, ...own, ''].join('\r\n')).filter((row) =>
    isOfSurvey(cell(row, 'question_id'), cell(row, 'measure')),
  );
}

/** The sides of a question's answers. Earlier releases do not say those of the five grades, which have them by rule. */
function sidesIn(row: Row): Pick<Asked, 'favourable' | 'unfavourable'> {
  if (cell(row, 'kind') === 'grade') return sidesOfGrades;
  return {
    favourable: numberIn(row, 'favourable') ?? 0,
    unfavourable: numberIn(row, 'unfavourable') ?? 0,
  };
}

function askedIn(questions: readonly Row[], answers: readonly Row[]): Asked[] {
  const byQuestion = Map.groupBy(answers, (row) => cell(row, 'question_id'));
  return questions.flatMap((row) => {
    const question = cell(row, 'question_id');
    const places = new Map(
      (byQuestion.get(question) ?? []).map((one) => [cell(one, 'answer_id'), Number(cell(one, 'place'))]),
    );
    const ids = [...places].sort(([, one], [, other]) => one - other).map(([id]) => id);
    return ids.length === 0 ? [] : [{ question, kind: cell(row, 'kind'), answers: ids, ...sidesIn(row) }];
  });
}

function unitsIn(answers: readonly Row[], figures: readonly Row[]): Map<string, Set<string>> {
  const units = new Map<string, Set<string>>();
  for (const row of [...answers, ...figures]) {
    const layer = cell(row, 'question_id');
    const own = units.get(layer) ?? new Set();
    units.set(layer, own.add(unitOf(row)));
  }
  return units;
}

/** Parts the plain numbers from the sums. A number that is told twice counts once. */
function sorted(told: readonly Told[]): Pick<State, 'numbers' | 'sums'> {
  const numbers = new Map<string, Map<string, Map<string, number>>>();
  const sums: Told[] = [];
  for (const one of told) {
    const { question, unit, columns, factors, low, high } = one;
    const [column] = columns;
    if (columns.length !== 1 || column === undefined || factors[0] !== 1 || low !== high) {
      sums.push(one);
      continue;
    }
    const layer = numbers.get(question) ?? new Map<string, Map<string, number>>();
    const own = layer.get(unit) ?? new Map<string, number>();
    // What contradicts the first number stays as a sum, so that the contradiction comes to light.
    if ((own.get(column) ?? low) !== low) sums.push(one);
    else numbers.set(question, layer.set(unit, own.set(column, low)));
  }
  return { numbers, sums };
}

const everyone = (period: string) => `programme:${wholeProgramme}|${period}`;

const pairs = (rows: readonly Row[], one: string, other: string) =>
  new Map(rows.map((row) => [cell(row, one), cell(row, other)]));

/** Reads what a folder of public tables tells of the survey; null where there is no survey. */
export async function readState(
  files: SiteFiles,
  folder: string,
  release: number | null,
): Promise<State | null> {
  const has = (name: string) => files.names.includes(`${folder}/${name}.csv`);
  const read = async (name: string) => rowsOf(await files.read(`${folder}/${name}.csv`));
  if (!['answers', 'figures', 'questions', 'rules', 'services', 'departments'].every(has)) return null;
  const answers = await read('answers');
  const figures = surveyFigures(await files.read(`${folder}/figures.csv`));
  if (answers.length === 0 && figures.length === 0) return null;
  const asked = askedIn(await read('questions'), answers);
  const byQuestion = new Map(asked.map((one) => [one.question, one]));
  const units = unitsIn(answers, figures);
  const periods = [...(units.get(responses) ?? [])]
    .filter((unit) => unit.startsWith(everyone('')))
    .map((unit) => unit.slice(everyone('').length))
    .filter((period) => period !== allTime)
    .sort();
  const rules = Object.fromEntries(
    (await read('rules')).map((row) => [cell(row, 'rule'), Number(cell(row, 'value'))]),
  ) as Record<RuleName, number>;
  return {
    release,
    periods,
    rules,
    asked,
    answers,
    figures,
    units,
    ...sorted([...answers.flatMap(toldByAnswer), ...figures.flatMap((row) => toldByFigure(row, byQuestion))]),
    departmentOf: pairs(await read('services'), 'service_id', 'department_id'),
    successorOf: pairs(await read('departments'), 'department_id', 'successor_id'),
  };
}

/** The number of people, or of an answer, that a state tells of a unit. Where nobody answered, nobody gave an answer. */
export function numberAt(state: State, layer: string, unit: string, column: string): number | null {
  const own = state.numbers.get(layer)?.get(unit);
  return own?.get(people) === 0 ? 0 : (own?.get(column) ?? null);
}

const textOfRows = (rows: readonly Row[]) =>
  rows.map((row) => Object.values(row).join('\u001f')).join('\u001e');

/** Everything that a state tells, as text. */
export const toldBy = ({ periods, rules, asked, answers, figures, departmentOf, successorOf }: State) =>
  [
    JSON.stringify([periods, rules, asked, [...departmentOf], [...successorOf]]),
    textOfRows(answers),
    textOfRows(figures),
  ].join('\u001d');

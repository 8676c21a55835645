import { allTime, wholeProgramme } from '../../model/published.ts';
import { cell, numberIn, type PublicTables, type Row } from '../read-table.ts';
import type { AskedQuestion } from './survey.ts';

/** Up to when the data speak. */
export interface Clock {
  readonly on: string;
  readonly time: string;
}

/** The column of `findings.csv` that says which subject of a kind a finding is about. */
export const subjectColumns: Readonly<Record<string, string>> = {
  department: 'department_id',
  hall: 'hall_id',
  service: 'service_id',
  category: 'category_id',
  channel: 'channel',
  severity: 'severity',
  cohort: 'cohort_id',
};

/** Names a subject in a period. */
export function placeKey(kind: string, id: string, period: string): string {
  return `${kind}:${id}|${period}`;
}

/** Names a figure, as the pages do. */
export function figureKey(row: Row): string {
  const question = cell(row, 'question_id');
  const key = `${placeKey(cell(row, 'subject_kind'), cell(row, 'subject_id'), cell(row, 'period'))}|${cell(row, 'measure')}`;
  return question === '' ? key : `${key}|${question}`;
}

/** Names all periods of one measure of one subject. */
export function seriesKey(row: Row, measure = cell(row, 'measure')): string {
  return [cell(row, 'subject_kind'), cell(row, 'subject_id'), measure, cell(row, 'question_id')].join('|');
}

/** The findings of every place: of each of its subjects, in its period and over all time. */
function placesOf(findings: readonly Row[]): ReadonlyMap<string, Row[]> {
  const places = new Map<string, Row[]>();
  const add = (key: string, row: Row) => {
    const known = places.get(key);
    if (known === undefined) places.set(key, [row]);
    else known.push(row);
  };
  for (const row of findings) {
    const subjects = [
      ['programme', wholeProgramme] as const,
      ...Object.entries(subjectColumns).map(([kind, column]) => [kind, cell(row, column)] as const),
    ].filter(([, id]) => id !== '');
    for (const [kind, id] of subjects)
      for (const period of new Set([cell(row, 'period'), allTime]))
        if (period !== '') add(placeKey(kind, id, period), row);
  }
  return places;
}

function askedIn(row: Row): AskedQuestion {
  return {
    kind: cell(row, 'kind'),
    favourable: numberIn(row, 'favourable') ?? 0,
    unfavourable: numberIn(row, 'unfavourable') ?? 0,
  };
}

/** Everything that is looked up many times while figures are counted again. */
export function groundOf(tables: PublicTables) {
  const facts = new Map(tables.programme.map((row) => [cell(row, 'field'), cell(row, 'value')]));
  const rules = new Map(tables.rules.map((row) => [cell(row, 'rule'), Number(cell(row, 'value'))]));
  return {
    tables,
    clock: { on: facts.get('cutoff') ?? '', time: facts.get('cutoff_time') ?? '' } satisfies Clock,
    season: facts.get('period') === 'month' ? 12 : 4,
    smallestBase: rules.get('smallest_judged_base') ?? 0,
    smallUnit: rules.get('small_unit_base') ?? 0,
    places: placesOf(tables.findings),
    events: Map.groupBy(tables.finding_events, (row) => cell(row, 'finding_id')),
    periods: new Map(tables.periods.map((row) => [cell(row, 'period'), row])),
    figures: new Map(tables.figures.map((row) => [figureKey(row), row])),
    series: Map.groupBy(tables.figures, (row) => seriesKey(row)),
    answers: Map.groupBy(
      tables.answers,
      (row) =>
        `${placeKey(cell(row, 'subject_kind'), cell(row, 'subject_id'), cell(row, 'period'))}|${cell(row, 'question_id')}`,
    ),
    questions: new Map(tables.questions.map((row) => [cell(row, 'question_id'), askedIn(row)])),
  };
}

export type Ground = ReturnType<typeof groundOf>;

/** The findings of a place. */
export function findingsAt({ places }: Ground, kind: string, id: string, period: string): readonly Row[] {
  return places.get(placeKey(kind, id, period)) ?? [];
}

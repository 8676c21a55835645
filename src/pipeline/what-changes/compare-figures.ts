import { isSwing, type DropChanges, type FigureChange } from '../../model/drop-changes.ts';
import { measures, type MeasureKind } from '../../model/measure.ts';
import { allTime } from '../../model/published.ts';
import type { ValueRow } from '../../model/query.ts';
import { quoteText } from '../../model/sql-text.ts';
import type { Database } from '../register/database.ts';
import type { NameSubject } from './name-subjects.ts';

/** Measures of how things stand; the others are themselves differences. */
const standing: readonly MeasureKind[] = ['count', 'rate', 'days', 'score'];

const kinds = new Map(measures.map(({ measure, kind }) => [measure, kind]));

const figuresSql = `
  SELECT a.subject_kind, a.subject_id, a.measure, a.question_id,
    CAST(b.value AS DOUBLE) AS before, CAST(a.value AS DOUBLE) AS after,
    CAST(NULLIF(b.low, '') AS DOUBLE) AS low, CAST(NULLIF(b.high, '') AS DOUBLE) AS high
  FROM after_figures AS a INNER JOIN before_figures AS b
    ON a.subject_kind = b.subject_kind AND a.subject_id = b.subject_id AND a.period = b.period
    AND a.measure = b.measure AND a.question_id = b.question_id
  WHERE a.period = ${quoteText(allTime)} AND a.value <> '' AND b.value <> '' AND a.value <> b.value
  ORDER BY 1, 2, 3, 4`;

const numberOrNull = (value: ValueRow[string] | undefined) => (typeof value === 'number' ? value : null);

/** How far a figure moves: in lengths of its interval, or, where it has none, as a part of what it was. */
function distance({ before, after, low, high }: FigureChange): number {
  const moved = Math.abs(after - before);
  const length = low === null || high === null ? Math.abs(before) : high - low;
  return length === 0 ? moved : moved / length;
}

function changeOf(row: ValueRow, name: NameSubject): FigureChange {
  return {
    ...name(String(row['subject_kind']), String(row['subject_id'])),
    measure: String(row['measure']),
    question_id: String(row['question_id']),
    before: Number(row['before']),
    low: numberOrNull(row['low']),
    high: numberOrNull(row['high']),
    after: Number(row['after']),
  };
}

/** The figures of all time that swing, and the others that leave the interval in which they were public. */
export async function compareFigures(
  database: Database,
  name: NameSubject,
  most: number,
): Promise<Pick<DropChanges, 'swings' | 'moved'>> {
  const swings: FigureChange[] = [];
  const moved: FigureChange[] = [];
  for await (const row of database.stream(figuresSql)) {
    const change = changeOf(row, name);
    const { measure, before, after, low, high } = change;
    const kind = kinds.get(measure);
    if (kind === undefined || !standing.includes(kind)) continue;
    const leaves = (low !== null && after < low) || (high !== null && after > high);
    if ((leaves || kind === 'count') && isSwing({ measure, kind }, before, after)) swings.push(change);
    else if (leaves) moved.push(change);
  }
  const farthestFirst = (list: FigureChange[]) => ({
    count: list.length,
    first: list.sort((one, other) => distance(other) - distance(one)).slice(0, most),
  });
  return { swings: farthestFirst(swings), moved: farthestFirst(moved) };
}

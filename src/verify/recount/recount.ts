import { published } from '../../model/published.ts';
import type { Difference } from '../difference.ts';
import { cell, numberIn, type PublicTables, type Row } from '../read-table.ts';
import { compareRow, compareTable } from './compare-rows.ts';
import { recountComparisons } from './comparisons.ts';
import { recountCharts } from './control-charts.ts';
import { counterOf } from './counter.ts';
import { recountCurves } from './curves.ts';
import { figureKey, groundOf, type Ground } from './ground.ts';
import { unjudged, type Judgement } from './judgement.ts';
import { shareOf, type Numbers } from './numbers.ts';
import { recountRanks } from './ranks.ts';
import { recountTests } from './tests.ts';

/** What came of counting again. */
export interface Recount {
  readonly figures: number;
  readonly recounted: number;
  /** Figures of which the public files do not hold what they were counted from, by measure; their arithmetic is checked. */
  readonly unfounded: ReadonlyMap<string, number>;
  /** How many figures are told apart from others: compared, charted, ranked or tested. */
  readonly judged: number;
  /** How many rows of the other tables of numbers were counted again, by table. */
  readonly rows: Readonly<Record<'funnels' | 'curves' | 'answers', number>>;
  readonly differences: readonly Difference[];
}

/** A figure counted again: its numbers, null where its ground is not public, and what is said of it. */
export interface Again {
  readonly numbers: Numbers | null;
  readonly judgement: Judgement;
}

/** Everything of a site that can be counted again, ready to be asked for one figure or for all. */
function recounting(tables: PublicTables) {
  const ground = groundOf(tables);
  const ranks = recountRanks(ground);
  const count = counterOf(ground, ranks);
  const { judgements, funnels } = recountComparisons(ground);
  const charts = recountCharts(ground);
  const tests = recountTests(tables.figures, count);
  const again = (row: Row): Again => {
    const key = figureKey(row);
    const band = ranks.bands.get(key);
    return {
      numbers: count(row),
      judgement: {
        ...unjudged,
        ...judgements.get(key),
        ...charts.get(key),
        ...tests.get(key),
        ...(band === undefined ? {} : { band }),
      },
    };
  };
  return { ground, again, funnels };
}

const numbered = ['count', 'base', 'value', 'low', 'high', 'deff', 'effective_base'] as const;
const judged = Object.keys(unjudged) as (keyof Judgement)[];

/** A figure that cannot be counted from public rows is at least in itself what it says: its rate and its interval. */
function inItself(row: Row, where: string): Difference[] {
  const [count, base, value] = (['count', 'base', 'value'] as const).map((column) => numberIn(row, column));
  if (cell(row, 'status') !== 'shown' || count == null || !base || value == null) return [];
  return compareRow(row, where, { ...shareOf(count, base) }, numbered);
}

function compareFigure(row: Row, { numbers, judgement }: Again): Difference[] {
  const where = `figures.csv ${figureKey(row)}`;
  const said = compareRow(row, where, { ...judgement }, judged);
  if (numbers === null) return [...inItself(row, where), ...said];
  const columns = cell(row, 'status') === numbers.status ? numbered : (['status'] as const);
  return [...compareRow(row, where, { ...numbers }, columns), ...said];
}

/** The shares of answers, each from its count and base. */
function recountAnswers(rows: readonly Row[]): Difference[] {
  return rows.flatMap((row) => {
    const [count, base] = [numberIn(row, 'count'), numberIn(row, 'base')];
    const again =
      cell(row, 'status') !== 'shown' || count === null || !base
        ? { share: null, low: null, high: null }
        : { ...shareOf(count, base), share: count / base };
    const where = `answers.csv ${published.answers.key.map((column) => cell(row, column)).join('|')}`;
    return compareRow(row, where, { ...again }, ['share', 'low', 'high']);
  });
}

/** Places that have findings and no figure. */
function missing({ places, figures }: Ground): Difference[] {
  return [...places.keys()].flatMap((place): Difference[] =>
    figures.has(`${place}|found`)
      ? []
      : [{ check: 'recount', where: `figures.csv ${place}|found`, expected: 'a figure', found: 'none' }],
  );
}

/** Counts every figure again from the other public tables, and the limits, curves and shares beside them, and says which do not agree. */
export function recount(tables: PublicTables): Recount {
  const { ground, again, funnels } = recounting(tables);
  const curves = recountCurves(ground);
  const differences: Difference[] = [];
  const unfounded = new Map<string, number>();
  let told = 0;
  for (const row of tables.figures) {
    const one = again(row);
    differences.push(...compareFigure(row, one));
    if (judged.some((column) => one.judgement[column] !== unjudged[column])) told += 1;
    const measure = cell(row, 'measure');
    if (one.numbers === null) unfounded.set(measure, (unfounded.get(measure) ?? 0) + 1);
  }
  const left = [...unfounded.values()].reduce((sum, count) => sum + count, 0);
  return {
    figures: tables.figures.length,
    recounted: tables.figures.length - left,
    unfounded,
    judged: told,
    rows: { funnels: funnels.length, curves: curves.length, answers: tables.answers.length },
    differences: [
      ...differences,
      ...compareTable('funnels', tables.funnels, published.funnels.key, funnels),
      ...compareTable('curves', tables.curves, published.curves.key, curves),
      ...recountAnswers(tables.answers),
      ...missing(ground),
    ],
  };
}

/** One figure as it is published, as it is counted again, and where the two differ. */
export interface OneAgain extends Again {
  readonly row: Row;
  readonly differences: readonly Difference[];
}

/** Something that counts single figures again, by their keys. */
export interface SingleRecount {
  readonly ground: Ground;
  /** Null where there is no such figure. */
  readonly one: (key: string) => OneAgain | null;
}

/** Gets ready to count single figures of a site again. */
export function recountSingly(tables: PublicTables): SingleRecount {
  const { ground, again } = recounting(tables);
  const one = (key: string): OneAgain | null => {
    const row = ground.figures.get(key);
    if (row === undefined) return null;
    const counted = again(row);
    return { row, ...counted, differences: compareFigure(row, counted) };
  };
  return { ground, one };
}

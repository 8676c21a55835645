import { changeMeasure, chartedCounts, chartedRates, contrasts } from '../model/charted.ts';
import { allTime, wholeProgramme } from '../model/published.ts';
import { confidence } from '../model/rule.ts';
import { wilsonInterval } from '../statistics/wilson-interval.ts';
import type { DayCount } from '../statistics/kaplan-meier.ts';
import { perMany } from '../statistics/per-many.ts';
import { logRank } from '../statistics/log-rank.ts';
import { newcombeDifference } from '../statistics/newcombe-difference.ts';
import { rankRange } from '../statistics/rank-range.ts';
import { shrunkenRates } from '../statistics/shrunken-rates.ts';
import type { Difference } from './difference.ts';
import { shown, without, type Numbers } from './numbers.ts';
import { cell, numberIn, type PublicTables, type Row } from './read-table.ts';
import { recountClusters } from './recount-clusters.ts';
import { recountCoverage, recountFlows, recountStanding, recountVisits } from './recount-events.ts';
import { recountDrift } from './recount-drift.ts';
import { dayCountsOf, recountFindings, type Clock } from './recount-findings.ts';
import { recountQuestion } from './recount-survey.ts';

/** What came of counting again. */
export interface Recount {
  readonly figures: number;
  readonly recounted: number;
  /** Figures of which the public files do not hold what they were counted from, by measure; their arithmetic is checked. */
  readonly unfounded: ReadonlyMap<string, number>;
  readonly differences: readonly Difference[];
}

const subjectColumns: Readonly<Record<string, string>> = {
  department: 'department_id',
  hall: 'hall_id',
  service: 'service_id',
  category: 'category_id',
  channel: 'channel',
  severity: 'severity',
  cohort: 'cohort_id',
};

const placeKey = (kind: string, id: string, period: string) => `${kind}:${id}|${period}`;

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

const figureKey = (row: Row) =>
  [
    `${cell(row, 'subject_kind')}:${cell(row, 'subject_id')}`,
    cell(row, 'period'),
    cell(row, 'measure'),
    cell(row, 'question_id'),
  ].join('|');

/** Everything that is counted once for all places. */
function prepare(tables: PublicTables) {
  const facts = new Map(tables.programme.map((row) => [cell(row, 'field'), cell(row, 'value')]));
  const rules = new Map(tables.rules.map((row) => [cell(row, 'rule'), Number(cell(row, 'value'))]));
  return {
    tables,
    clock: { on: facts.get('cutoff') ?? '', time: facts.get('cutoff_time') ?? '' } satisfies Clock,
    smallestBase: rules.get('smallest_judged_base') ?? 0,
    smallUnit: rules.get('small_unit_base') ?? 0,
    places: placesOf(tables.findings),
    events: Map.groupBy(tables.finding_events, (row) => cell(row, 'finding_id')),
    periods: new Map(tables.periods.map((row) => [cell(row, 'period'), row])),
    figures: new Map(tables.figures.map((row) => [figureKey(row), row])),
    answers: Map.groupBy(
      tables.answers,
      (row) =>
        `${placeKey(cell(row, 'subject_kind'), cell(row, 'subject_id'), cell(row, 'period'))}|${cell(row, 'question_id')}`,
    ),
    questions: new Map(tables.questions.map((row) => [cell(row, 'question_id'), cell(row, 'kind')])),
  };
}

type Ground = ReturnType<typeof prepare>;

/** All measures of one place that are counted from rows. */
function recountPlace(
  ground: Ground,
  kind: string,
  id: string,
  period: string,
): ReadonlyMap<string, Numbers> {
  const { tables, places, events, periods, clock, smallestBase } = ground;
  const whole = placesOfAll(places, kind, id);
  const problems = new Set(
    whole.filter((row) => cell(row, 'kind') === 'problem').map((row) => cell(row, 'finding_id')),
  );
  const own = [...problems].flatMap((one) => events.get(one) ?? []);
  const row = periods.get(period) ?? null;
  const visited = recountVisits(tables.visits, kind, id, period);
  return new Map([
    ...recountFindings(places.get(placeKey(kind, id, period)) ?? [], clock, smallestBase, period),
    ...recountFlows(problems, own, row),
    ...(row === null ? [] : recountStanding(problems, events, row)),
    ...(visited === null ? [] : [['visits', visited] as const]),
    ...(kind === 'programme' && period === allTime ? recountCoverage(tables) : []),
  ]);
}

const placesOfAll = (places: Ground['places'], kind: string, id: string) =>
  places.get(placeKey(kind, id, allTime)) ?? [];

function yearBefore(period: string): string {
  return `${Number(period.slice(0, 4)) - 1}${period.slice(4)}`;
}

/** A change between two periods, from the two figures it is made of. */
function recountChange({ figures, tables }: Ground, row: Row): Numbers | null {
  const measure = cell(row, 'measure');
  for (const charted of [...chartedCounts, ...chartedRates])
    for (const against of ['previous', 'year'] as const) {
      if (measure !== changeMeasure(charted, against)) continue;
      const names = tables.periods.map((one) => cell(one, 'period'));
      const period = cell(row, 'period');
      const before = against === 'year' ? yearBefore(period) : (names[names.indexOf(period) - 1] ?? '');
      const at = (when: string) => figures.get(figureKey({ ...row, measure: charted, period: when }));
      const [now, then] = [at(period), at(before)];
      const missing = [now, then].find((one) => cell(one, 'status') !== 'shown');
      if (now === undefined || then === undefined) return null;
      if (missing !== undefined) return without(cell(missing, 'status'));
      if (!chartedRates.some((one) => one === charted))
        return shown({ value: (numberIn(now, 'value') ?? 0) - (numberIn(then, 'value') ?? 0) });
      const of = (one: Row) => ({ count: numberIn(one, 'count') ?? 0, base: numberIn(one, 'base') ?? 0 });
      const change = newcombeDifference(of(now), of(then), confidence);
      return shown({
        value: change?.difference ?? null,
        low: change?.lower ?? null,
        high: change?.upper ?? null,
      });
    }
  return null;
}

const sizes = (counts: readonly DayCount[]) =>
  counts.reduce((sum, { events, censored }) => sum + events + censored, 0);

/** Whether the groups of one kind are confirmed at the same pace. */
function recountPace({ tables, clock, smallestBase }: Ground, measure: string): Numbers | null {
  const kind = contrasts.find((one) => measure === `pace_by_${one}`);
  if (kind === undefined) return null;
  const problems = tables.findings.filter((row) => cell(row, 'kind') === 'problem');
  const byGroup = Map.groupBy(problems, (row) => cell(row, subjectColumns[kind] ?? ''));
  byGroup.delete('');
  const groups = [...byGroup]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, rows]) => dayCountsOf(rows, 'confirmed', clock));
  const judged = groups.filter((group) => sizes(group) >= smallestBase);
  const base = sizes(judged.flat());
  if (judged.length < 2) return without(base === 0 ? 'no_cases' : 'too_few', { base });
  const { chiSquared } = logRank(judged);
  return chiSquared === null ? without('not_estimable', { base }) : shown({ base, value: chiSquared });
}

/** Dissatisfied people per thousand or ten thousand, from the rate itself. */
function recountPerMany({ figures }: Ground, row: Row): Numbers | null {
  const unit = /^negative_per_(\d+)$/.exec(cell(row, 'measure'))?.[1];
  const rateRow = figures.get(figureKey({ ...row, measure: 'negative_rate' }));
  if (unit === undefined || rateRow === undefined) return null;
  const [count, base] = [numberIn(rateRow, 'count') ?? 0, numberIn(rateRow, 'base') ?? 0];
  const many = perMany(count, base, confidence);
  return many === null || String(many.unit) !== unit
    ? null
    : shown({ count, base, value: many.value, low: many.lower, high: many.upper });
}

const rankSeed = 20200101;

/** The stabilised rates and rank ranges of a programme that must rank its departments, from the rates themselves. */
function recountRanks({ tables }: Ground): ReadonlyMap<string, Numbers> {
  const rows = tables.figures.filter(
    (row) =>
      cell(row, 'measure') === 'on_time_rate' &&
      cell(row, 'subject_kind') === 'department' &&
      cell(row, 'period') === allTime &&
      (numberIn(row, 'base') ?? 0) > 0,
  );
  if (!tables.figures.some((row) => cell(row, 'measure') === 'on_time_rate_rank')) return new Map();
  const units = rows.map((row) => ({ count: numberIn(row, 'count') ?? 0, base: numberIn(row, 'base') ?? 0 }));
  const rates = shrunkenRates(units, confidence);
  const ranges = rankRange(units, { seed: rankSeed, confidence });
  return new Map(
    rows.flatMap((row, place): [string, Numbers][] => {
      const [one, range, unit] = [rates?.units[place], ranges[place], units[place]];
      if (one === undefined || range === undefined || unit === undefined) return [];
      const key = (measure: string) => figureKey({ ...row, measure });
      return [
        [
          key('on_time_rate_stabilised'),
          shown({ ...unit, value: one.estimate, low: one.lower, high: one.upper }),
        ],
        [key('on_time_rate_rank'), shown({ base: units.length, low: range.best, high: range.worst })],
      ];
    }),
  );
}

const decimals = 1e6;
const rounded = (value: number | null) => (value === null ? null : Math.round(value * decimals) / decimals);

function compareColumns<Column extends string>(
  row: Row,
  columns: readonly Column[],
  numbers: Readonly<Record<Column, number | null>>,
): Difference[] {
  return columns.flatMap((column): Difference[] => {
    const [expected, found] = [rounded(numbers[column]), numberIn(row, column)];
    return expected === found
      ? []
      : [
          {
            check: 'recount',
            where: `figures.csv ${figureKey(row)}, ${column}`,
            expected: String(expected ?? ''),
            found: String(found ?? ''),
          },
        ];
  });
}

function compare(row: Row, numbers: Numbers): Difference[] {
  const where = `figures.csv ${figureKey(row)}`;
  const status = cell(row, 'status');
  if (status !== numbers.status)
    return [{ check: 'recount', where: `${where}, status`, expected: numbers.status, found: status }];
  return compareColumns(row, ['count', 'base', 'value', 'low', 'high'], numbers);
}

/** Whether a figure that cannot be counted from public rows is at least in itself what it says. */
function inItself(row: Row): Difference[] {
  const [count, base, value] = (['count', 'base', 'value'] as const).map((column) => numberIn(row, column));
  const where = `figures.csv ${figureKey(row)}`;
  if (cell(row, 'status') !== 'shown' || count == null || base == null || base === 0 || value == null)
    return [];
  const interval = wilsonInterval(count, base, confidence);
  return compare(
    row,
    shown({ count, base, value: count / base, low: interval?.lower ?? null, high: interval?.upper ?? null }),
  ).map((one) => ({ ...one, where: one.where.replace(`figures.csv ${figureKey(row)}`, where) }));
}

/** Counts every figure again from the other public tables, and says which do not agree. */
export function recount(tables: PublicTables): Recount {
  const ground = prepare(tables);
  const placed = new Map<string, ReadonlyMap<string, Numbers>>();
  const ranks = recountRanks(ground);
  const differences: Difference[] = [];
  const unfounded = new Map<string, number>();
  let recounted = 0;
  for (const row of tables.figures) {
    const [kind, id, period, measure, question] = (
      ['subject_kind', 'subject_id', 'period', 'measure', 'question_id'] as const
    ).map((column) => cell(row, column)) as [string, string, string, string, string];
    const key = placeKey(kind, id, period);
    const known = placed.get(key) ?? recountPlace(ground, kind, id, period);
    placed.set(key, known);
    const numbers =
      question === ''
        ? (known.get(measure) ??
          recountChange(ground, row) ??
          recountPace(ground, measure) ??
          recountDrift(tables, row) ??
          ranks.get(figureKey(row)) ??
          null)
        : (recountQuestion(
            ground.questions.get(question) ?? '',
            ground.answers.get(`${key}|${question}`) ?? [],
            ground.smallUnit,
          ).get(measure) ??
          recountChange(ground, row) ??
          recountDrift(tables, row) ??
          recountPerMany(ground, row));
    if (numbers === null || numbers === undefined) {
      differences.push(...inItself(row));
      unfounded.set(measure, (unfounded.get(measure) ?? 0) + 1);
    } else {
      const clustered = recountClusters(tables.figures, row, numbers);
      differences.push(
        ...compare(row, { ...numbers, ...clustered?.interval }),
        ...compareColumns(row, ['deff', 'effective_base'], clustered ?? { deff: null, effective_base: null }),
      );
      recounted += 1;
    }
  }
  return {
    figures: tables.figures.length,
    recounted,
    unfounded,
    differences: [...differences, ...missing(ground)],
  };
}

/** Places that have findings and no figure. */
function missing({ places, figures }: Ground): Difference[] {
  return [...places.keys()].flatMap((place): Difference[] =>
    figures.has(`${place}|found|`)
      ? []
      : [{ check: 'recount', where: `figures.csv ${place}|found`, expected: 'a figure', found: 'none' }],
  );
}

import {
  comparedKinds,
  comparedMeasures,
  funnelPoints,
  innerCoverage,
  outerCoverage,
} from '../../model/compared.ts';
import { allTime } from '../../model/published.ts';
import { additiveLimits } from '../../statistics/additive-limits.ts';
import { binomialVerdict } from '../../statistics/binomial-verdict.ts';
import { funnelLimits } from '../../statistics/funnel-limits.ts';
import { overdispersion } from '../../statistics/overdispersion.ts';
import { cell, numberIn } from '../read-table.ts';
import { figureKey, type Ground } from './ground.ts';
import type { Judgement, Judgements } from './judgement.ts';

/** A line of a funnel at one base: a row of `funnels.csv`. */
export interface FunnelLine extends Pick<
  Judgement,
  'centre' | 'inner_low' | 'inner_high' | 'limit_low' | 'limit_high' | 'limits'
> {
  readonly key: string;
}

/** What came of holding units against their kind. */
export interface Comparisons {
  readonly judgements: Judgements;
  readonly funnels: readonly FunnelLine[];
}

interface Unit {
  readonly key: string;
  readonly count: number;
  readonly base: number;
}

function unitsOf({ tables }: Ground, kind: string, measure: string): Unit[] {
  return tables.figures
    .filter(
      (row) =>
        cell(row, 'subject_kind') === kind &&
        cell(row, 'measure') === measure &&
        cell(row, 'period') === allTime,
    )
    .map((row) => ({
      key: figureKey(row),
      count: numberIn(row, 'count') ?? -1,
      base: numberIn(row, 'base') ?? 0,
    }))
    .filter(({ count, base }) => count >= 0 && base > 0);
}

/** The pooled rate of a kind, the limits around it at a base, and the word for a unit. */
function fieldOf(units: readonly Unit[], smallestBase: number) {
  const sum = (key: 'count' | 'base') => units.reduce((total, unit) => total + unit[key], 0);
  const rate = sum('count') / sum('base');
  const scatter = overdispersion(units);
  const wide = scatter?.isOverdispersed ? scatter : null;
  const within = (base: number, coverage: number) =>
    wide === null ? funnelLimits(base, rate, coverage) : additiveLimits(wide, base, coverage);
  const lineAt = (base: number) => {
    const [inner, outer] = [within(base, innerCoverage), within(base, outerCoverage)];
    return {
      centre: rate,
      inner_low: inner?.lower ?? null,
      inner_high: inner?.upper ?? null,
      limit_low: outer?.lower ?? null,
      limit_high: outer?.upper ?? null,
      limits: wide === null ? 'exact' : 'additive',
    };
  };
  const wordFor = (unit: Unit) => {
    if (wide === null || unit.base < smallestBase)
      return binomialVerdict(unit, rate, smallestBase).replaceAll('-', '_');
    const { lower, upper } = additiveLimits(wide, unit.base, outerCoverage);
    const own = unit.count / unit.base;
    if (own > upper) return 'higher';
    return own < lower ? 'lower' : 'as_expected';
  };
  const judge = (unit: Unit) => ({
    ...(unit.base < smallestBase ? { centre: rate } : lineAt(unit.base)),
    comparison: wordFor(unit),
  });
  return { lineAt, judge };
}

function basesOf(smallest: number, largest: number): number[] {
  const step = Math.max(1, Math.ceil((largest - smallest) / funnelPoints));
  const bases: number[] = [];
  for (let base = Math.max(1, smallest); base < largest; base += step) bases.push(base);
  return [...bases, largest];
}

/** Holds departments and halls against all of their kind again, and draws the lines of the funnels again. */
export function recountComparisons(ground: Ground): Comparisons {
  const { smallestBase } = ground;
  const judgements = new Map<string, Partial<Judgement>>();
  const funnels: FunnelLine[] = [];
  for (const kind of comparedKinds)
    for (const measure of comparedMeasures) {
      const units = unitsOf(ground, kind, measure);
      if (units.length < 2) continue;
      const { lineAt, judge } = fieldOf(units, smallestBase);
      for (const unit of units) judgements.set(unit.key, judge(unit));
      const largest = Math.max(...units.map(({ base }) => base));
      if (largest < smallestBase) continue;
      for (const base of basesOf(smallestBase, largest))
        funnels.push({ key: [kind, measure, base].join('|'), ...lineAt(base) });
    }
  return { judgements, funnels };
}

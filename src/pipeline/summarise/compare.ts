import {
  comparedKinds,
  comparedMeasures,
  funnelPoints,
  innerCoverage,
  outerCoverage,
} from '../../model/compared.ts';
import type { Figure, FunnelRow } from '../../model/figure.ts';
import { allTime, type Comparison, type LimitKind } from '../../model/published.ts';
import { additiveLimits } from '../../statistics/additive-limits.ts';
import { binomialVerdict } from '../../statistics/binomial-verdict.ts';
import { funnelLimits } from '../../statistics/funnel-limits.ts';
import type { Interval, Proportion } from '../../statistics/interval.ts';
import { overdispersion, type Overdispersion } from '../../statistics/overdispersion.ts';
import { published } from './make-figure.ts';

/** All units of a kind together, against which each is held. */
interface Field {
  readonly rate: number;
  readonly dispersion: Overdispersion | null;
}

function fieldOf(units: readonly Proportion[]): Field {
  const total = (key: keyof Proportion) => units.reduce((sum, unit) => sum + unit[key], 0);
  const dispersion = overdispersion(units);
  return {
    rate: total('count') / total('base'),
    dispersion: dispersion?.isOverdispersed ? dispersion : null,
  };
}

function limitsAt({ rate, dispersion }: Field, base: number, coverage: number): Interval | null {
  return dispersion === null
    ? funnelLimits(base, rate, coverage)
    : additiveLimits(dispersion, base, coverage);
}

/** The five numbers of the limits at a base, as they are published. */
function limitCells(field: Field, base: number) {
  const inner = limitsAt(field, base, innerCoverage);
  const outer = limitsAt(field, base, outerCoverage);
  const limits: LimitKind = field.dispersion === null ? 'exact' : 'additive';
  return {
    centre: published(field.rate),
    inner_low: published(inner?.lower),
    inner_high: published(inner?.upper),
    limit_low: published(outer?.lower),
    limit_high: published(outer?.upper),
    limits,
  };
}

const wordOf = {
  higher: 'higher',
  'as-expected': 'as_expected',
  lower: 'lower',
  'too-few': 'too_few',
} as const;

/** Words from the 99.8 % line only: the exact tail, or the widened line where the units scatter more than chance. */
function comparisonOf(unit: Proportion, field: Field, smallestBase: number): Comparison {
  if (field.dispersion === null || unit.base < smallestBase)
    return wordOf[binomialVerdict(unit, field.rate, smallestBase)];
  const { lower, upper } = additiveLimits(field.dispersion, unit.base, outerCoverage);
  const rate = unit.count / unit.base;
  return rate > upper ? 'higher' : rate < lower ? 'lower' : 'as_expected';
}

/** Bases from the smallest judged to the largest unit, evenly, for drawing the mouth of the funnel. */
function gridOf(smallest: number, largest: number): number[] {
  const step = Math.max(1, Math.ceil((largest - smallest) / funnelPoints));
  const grid: number[] = [];
  for (let base = Math.max(1, smallest); base < largest; base += step) grid.push(base);
  return [...grid, largest];
}

/** The figures with what may be said of each unit beside the others, and the lines of the funnel plots. */
export interface Compared {
  readonly figures: readonly Figure[];
  readonly funnels: readonly FunnelRow[];
}

const hasCases = (figure: Figure): figure is Figure & Proportion =>
  figure.count !== null && figure.base !== null && figure.base > 0;

/**
 * Holds every department and hall against all of its kind, over all time. Fewer than two units with cases are not
 * compared; a unit under the smallest judged base is "too few to say" and gets no limits.
 */
export function compare(figures: readonly Figure[], smallestBase: number): Compared {
  const judged = new Map<Figure, Figure>();
  const funnels: FunnelRow[] = [];
  for (const subject_kind of comparedKinds)
    for (const measure of comparedMeasures) {
      const units = figures
        .filter(
          (figure) =>
            figure.measure === measure && figure.subject_kind === subject_kind && figure.period === allTime,
        )
        .filter(hasCases);
      if (units.length < 2) continue;
      const field = fieldOf(units);
      for (const unit of units)
        judged.set(unit, {
          ...unit,
          ...(unit.base < smallestBase ? { centre: published(field.rate) } : limitCells(field, unit.base)),
          comparison: comparisonOf(unit, field, smallestBase),
        });
      const largest = Math.max(...units.map(({ base }) => base));
      if (largest < smallestBase) continue;
      for (const base of gridOf(smallestBase, largest))
        funnels.push({ subject_kind, measure, base, ...limitCells(field, base) });
    }
  return { figures: figures.map((figure) => judged.get(figure) ?? figure), funnels };
}

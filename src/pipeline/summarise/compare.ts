import {
  comparedKinds,
  comparedMeasures,
  funnelPoints,
  innerCoverage,
  outerCoverage,
} from '../../model/compared.ts';
import type { Figure, FunnelRow } from '../../model/figure.ts';
import { allTime, type Comparison, type LimitKind } from '../../model/published.ts';
import type { Verdict } from '../../statistics/binomial-verdict.ts';
import { fieldLimits, fieldVerdict, funnelField, type FunnelField } from '../../statistics/funnel-field.ts';
import type { Proportion } from '../../statistics/interval.ts';
import { rounded } from './make-figure.ts';

/** The five numbers of the limits at a base, as they are published. */
function limitCells(field: FunnelField, base: number) {
  const inner = fieldLimits(field, base, innerCoverage);
  const outer = fieldLimits(field, base, outerCoverage);
  const limits: LimitKind = field.dispersion === null ? 'exact' : 'additive';
  return {
    centre: rounded(field.rate),
    inner_low: rounded(inner?.lower),
    inner_high: rounded(inner?.upper),
    limit_low: rounded(outer?.lower),
    limit_high: rounded(outer?.upper),
    limits,
  };
}

/** The code of each verdict. Words come from the 99.8 % line only. */
const comparisonOf = {
  higher: 'higher',
  'as-expected': 'as_expected',
  lower: 'lower',
  'too-few': 'too_few',
} as const satisfies Readonly<Record<Verdict, Comparison>>;

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
      const field = funnelField(units);
      if (field === null) continue;
      for (const unit of units)
        judged.set(unit, {
          ...unit,
          ...(unit.base < smallestBase ? { centre: rounded(field.rate) } : limitCells(field, unit.base)),
          comparison: comparisonOf[fieldVerdict(unit, field, smallestBase)],
        });
      const largest = Math.max(...units.map(({ base }) => base));
      if (largest < smallestBase) continue;
      for (const base of gridOf(smallestBase, largest))
        funnels.push({ subject_kind, measure, base, ...limitCells(field, base) });
    }
  return { figures: figures.map((figure) => judged.get(figure) ?? figure), funnels };
}

import type { RuleName } from '../../model/rule.ts';
import { total, type Linked, type Unit } from './linked.ts';

export type Thresholds = Readonly<Record<RuleName, number>>;

/** Why a unit's counts may not be shown as they are, and what of it must stay in doubt. */
export interface Verdict {
  readonly base: number;
  readonly hidesBase: boolean;
  readonly hidesParts: boolean;
  /** Sums of columns that must stay in doubt, with how far. */
  readonly doubts: readonly { readonly columns: readonly number[]; readonly width: number }[];
}

/**
 * What a unit hides for its own sake. Under the smallest published base everything; in a small unit the distribution,
 * where few gave an answer, few did not, or all gave the same negative one; nobody is nobody, and is shown.
 */
export function judge(linked: Linked, { cells }: Pick<Unit, 'cells'>, thresholds: Thresholds): Verdict {
  const { layer } = linked;
  const base = total(linked, cells, layer.base);
  const few = thresholds.smallest_published_answer;
  const isFew = (count: number) => count > 0 && count < few;
  const hidesBase = base > 0 && base < thresholds.smallest_published_base;
  const isSmall = base > 0 && base < thresholds.small_unit_base;
  const revealing = layer.kinds.filter(({ columns, telling }) => {
    const count = total(linked, cells, columns);
    const isAll = telling && count === base;
    return isSmall && count > 0 && (isFew(count) || isFew(base - count) || isAll);
  });
  return {
    base,
    hidesBase,
    hidesParts: hidesBase || revealing.length > 0,
    doubts: [
      ...(hidesBase ? [{ columns: layer.base, width: thresholds.smallest_published_base }] : []),
      ...revealing.map(({ columns }) => ({ columns, width: few })),
    ],
  };
}

import { clusteredMeasures, clusterKind, fewestClusters, widenFrom } from '../../model/cluster.ts';
import type { Figure } from '../../model/figure.ts';
import { allTime } from '../../model/published.ts';
import { confidence } from '../../model/rule.ts';
import { clusterShare } from '../../statistics/cluster-share.ts';
import { weightedShareInterval } from '../../statistics/weighted-share-interval.ts';
import { rounded } from './make-figure.ts';

type Counted = Figure & { readonly count: number; readonly base: number };

function clustersOf(figures: readonly Figure[], whole: Figure): readonly Counted[] {
  const clusters = figures.filter(
    (figure): figure is Counted =>
      figure.subject_kind === clusterKind &&
      figure.period === allTime &&
      figure.measure === whole.measure &&
      figure.question_id === whole.question_id &&
      figure.status === 'shown' &&
      (figure.base ?? 0) > 0,
  );
  return clusters.length < fewestClusters ? [] : clusters;
}

/** The figure with its design effect, and its interval on the effective base where that is much smaller. */
function clustered(figure: Counted, figures: readonly Figure[]): Figure {
  const effect = clusterShare(clustersOf(figures, figure))?.designEffect ?? null;
  // Halls that agree to the last answer make no answer dearer; the base that it would be worth has no end.
  if (effect === null || effect === 0) return figure;
  const effective = figure.base / effect;
  const withEffect = { ...figure, deff: rounded(effect), effective_base: rounded(effective) };
  if (effect <= widenFrom) return withEffect;
  const { lower, upper } = weightedShareInterval(figure.count / figure.base, effective, confidence);
  return { ...withEffect, low: rounded(lower), high: rounded(upper) };
}

/**
 * The survey rates of the programme with what clustering costs them, from the published counts of the halls alone. With
 * fewer than five published halls nothing is said of it.
 */
export function clusterEffects(figures: readonly Figure[]): Figure[] {
  return figures.map((figure) =>
    figure.subject_kind === 'programme' &&
    figure.period === allTime &&
    clusteredMeasures.has(figure.measure) &&
    figure.status === 'shown'
      ? clustered(figure as Counted, figures)
      : figure,
  );
}

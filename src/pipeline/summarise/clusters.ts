import type { Figure } from '../../model/figure.ts';
import { allTime } from '../../model/published.ts';
import { confidence } from '../../model/rule.ts';
import { clusterShare } from '../../statistics/cluster-share.ts';
import { weightedShareInterval } from '../../statistics/weighted-share-interval.ts';
import { published } from './make-figure.ts';

/** Answers of one hall resemble each other. */
const clusterKind = 'hall';
const clusteredMeasures: ReadonlySet<string> = new Set(['positive_rate', 'negative_rate', 'top_two_rate']);
/** Fewer say nothing about how clusters differ. */
const fewestClusters = 5;
/** From this design effect on the interval is widened by its root. */
const widenFrom = 1.5;

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
  if (effect === null) return figure;
  const effective = figure.base / effect;
  const withEffect = { ...figure, deff: published(effect), effective_base: published(effective) };
  if (effect <= widenFrom) return withEffect;
  const { lower, upper } = weightedShareInterval(figure.count / figure.base, effective, confidence);
  return { ...withEffect, low: published(lower), high: published(upper) };
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

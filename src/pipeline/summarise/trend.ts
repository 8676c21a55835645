import { fewestCharted, largeBase, smallestChartedMean } from '../../model/charted.ts';
import type { Figure } from '../../model/figure.ts';
import type { LimitKind, Signal } from '../../model/published.ts';
import type { Proportion } from '../../statistics/interval.ts';
import { laneyPChart } from '../../statistics/laney-p-chart.ts';
import { pChart } from '../../statistics/p-chart.ts';
import { xmrChart, type ChartSignals } from '../../statistics/xmr-chart.ts';
import { rounded } from './make-figure.ts';
import type { FigureSeries } from './series.ts';

/** What a control chart adds to the figure of a period. */
type Chart = Pick<
  Figure,
  'signal' | 'centre' | 'inner_low' | 'inner_high' | 'limit_low' | 'limit_high' | 'limits'
>;

function signalAt(signals: ChartSignals, position: number): Signal {
  const rules = [
    ['outside', signals.outside],
    ['shift', signals.shift],
    ['trend', signals.trend],
    ['two_of_three', signals.twoOfThree],
  ] as const;
  return rules.find(([, positions]) => positions.includes(position))?.[0] ?? 'none';
}

/** A count is never below 0, so nor is its limit. */
function countChart(values: readonly number[]): Chart[] {
  const chart = xmrChart(values);
  if (chart === null || chart.mean < smallestChartedMean) return [];
  const limits: LimitKind = chart.limits === 'trial' ? 'xmr_trial' : 'xmr';
  return values.map((_, position) => ({
    signal: signalAt(chart.signals, position),
    centre: rounded(chart.mean),
    inner_low: rounded(Math.max(0, chart.nearLower)),
    inner_high: rounded(chart.nearUpper),
    limit_low: rounded(Math.max(0, chart.lower)),
    limit_high: rounded(chart.upper),
    limits,
  }));
}

function rateChart(points: readonly Proportion[]): Chart[] {
  const meanBase = points.reduce((sum, { base }) => sum + base, 0) / points.length;
  const laney = meanBase >= largeBase;
  const chart = laney ? laneyPChart(points) : pChart(points);
  const limits: LimitKind = laney ? 'laney' : 'p_chart';
  return (chart?.points ?? []).map(({ lower, upper, isOutside }) => ({
    signal: isOutside ? ('outside' as const) : ('none' as const),
    centre: rounded(chart?.rate),
    inner_low: null,
    inner_high: null,
    limit_low: rounded(lower),
    limit_high: rounded(upper),
    limits,
  }));
}

/**
 * The figures of the series with their control charts. A series that is too short or too small has none, nor
 * has a period without a number.
 */
export function charts(series: readonly FigureSeries[]): ReadonlyMap<Figure, Chart> {
  const charted = new Map<Figure, Chart>();
  for (const { isRate, figures } of series) {
    const shown = figures.filter(({ status }) => status === 'shown');
    if (shown.length < fewestCharted) continue;
    const chart = isRate
      ? rateChart(shown.map(({ count, base }) => ({ count: count ?? 0, base: base ?? 0 })))
      : countChart(shown.map(({ value }) => value ?? 0));
    for (const [position, figure] of shown.entries()) {
      const cells = chart[position];
      if (cells !== undefined) charted.set(figure, cells);
    }
  }
  return charted;
}

import {
  chartedCounts,
  chartedRates,
  fewestCharted,
  followedKinds,
  largeBase,
  smallestChartedMean,
} from '../../model/charted.ts';
import { laneyPChart } from '../../statistics/laney-p-chart.ts';
import { pChart } from '../../statistics/p-chart.ts';
import { xmrChart } from '../../statistics/xmr-chart.ts';
import { cell, numberIn, type Row } from '../read-table.ts';
import { figureKey, type Ground } from './ground.ts';
import type { Judgement, Judgements } from './judgement.ts';
import { settledSeries } from './series.ts';

/** Rules in the order in which one is named where several are broken. */
const rules = [
  ['outside', 'outside'],
  ['shift', 'shift'],
  ['trend', 'trend'],
  ['two_of_three', 'twoOfThree'],
] as const;

function ofCounts(values: readonly number[]): Partial<Judgement>[] {
  const chart = xmrChart(values);
  if (chart === null || chart.mean < smallestChartedMean) return [];
  const { mean, lower, upper, nearLower, nearUpper, signals } = chart;
  return values.map((_, place) => ({
    signal: rules.find(([, rule]) => signals[rule].includes(place))?.[0] ?? 'none',
    centre: mean,
    inner_low: Math.max(0, nearLower),
    inner_high: nearUpper,
    limit_low: Math.max(0, lower),
    limit_high: upper,
    limits: chart.limits === 'trial' ? 'xmr_trial' : 'xmr',
  }));
}

function ofRates(rows: readonly Row[]): Partial<Judgement>[] {
  const points = rows.map((row) => ({
    count: numberIn(row, 'count') ?? 0,
    base: numberIn(row, 'base') ?? 0,
  }));
  const isLarge = points.reduce((sum, { base }) => sum + base, 0) / points.length >= largeBase;
  const chart = isLarge ? laneyPChart(points) : pChart(points);
  return (chart?.points ?? []).map(({ isOutside, lower, upper }) => ({
    signal: isOutside ? 'outside' : 'none',
    centre: chart?.rate ?? null,
    limit_low: lower,
    limit_high: upper,
    limits: isLarge ? 'laney' : 'p_chart',
  }));
}

/** Draws the control charts of all series again: what each period is told beside its number. */
export function recountCharts(ground: Ground): Judgements {
  const rates: readonly string[] = chartedRates;
  const charted = new Set<string>([...chartedCounts, ...chartedRates]);
  const judgements = new Map<string, Partial<Judgement>>();
  for (const [first] of ground.series.values()) {
    const measure = cell(first, 'measure');
    if (first === undefined || !charted.has(measure) || !followedKinds.has(cell(first, 'subject_kind')))
      continue;
    const rows = settledSeries(ground, first, measure);
    if (rows.length < fewestCharted) continue;
    const chart = rates.includes(measure)
      ? ofRates(rows)
      : ofCounts(rows.map((row) => numberIn(row, 'value') ?? 0));
    for (const [place, row] of rows.entries()) {
      const judged = chart[place];
      if (judged !== undefined) judgements.set(figureKey(row), judged);
    }
  }
  return judgements;
}

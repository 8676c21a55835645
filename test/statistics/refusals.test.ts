import { expect, test } from 'vitest';
import { additiveLimits } from '../../src/statistics/additive-limits.ts';
import { betaKernel } from '../../src/statistics/beta-kernel.ts';
import { betaLogitQuantile, betaQuantile } from '../../src/statistics/beta-quantile.ts';
import { binomialVerdict } from '../../src/statistics/binomial-verdict.ts';
import { clopperPearson } from '../../src/statistics/clopper-pearson.ts';
import { funnelLimits } from '../../src/statistics/funnel-limits.ts';
import { betaTails } from '../../src/statistics/incomplete-beta.ts';
import { gammaTails } from '../../src/statistics/incomplete-gamma.ts';
import type { Proportion } from '../../src/statistics/interval.ts';
import { jeffreysInterval } from '../../src/statistics/jeffreys-interval.ts';
import { kaplanMeier } from '../../src/statistics/kaplan-meier.ts';
import { kish } from '../../src/statistics/kish.ts';
import { logGamma } from '../../src/statistics/log-gamma.ts';
import { mannKendall } from '../../src/statistics/mann-kendall.ts';
import { meanIntervalOfCounts } from '../../src/statistics/mean-interval.ts';
import { netPromoterScore } from '../../src/statistics/net-promoter-score.ts';
import { overdispersion } from '../../src/statistics/overdispersion.ts';
import { pChart } from '../../src/statistics/p-chart.ts';
import { rankRange } from '../../src/statistics/rank-range.ts';
import { randomBeta } from '../../src/statistics/random-beta.ts';
import { responseRates } from '../../src/statistics/response-rates.ts';
import { restrictedMean } from '../../src/statistics/restricted-mean.ts';
import { roundedPercent, roundedPercentInterval } from '../../src/statistics/rounded-percent.ts';
import { saddlePointDeviance } from '../../src/statistics/saddle-point-deviance.ts';
import { scoreLimits } from '../../src/statistics/score-limits.ts';
import { seededRandom } from '../../src/statistics/seeded-random.ts';
import { shrunkenRates } from '../../src/statistics/shrunken-rates.ts';
import { stirlingError } from '../../src/statistics/stirling-error.ts';
import { studentQuantile, studentUpperTail } from '../../src/statistics/student-t.ts';
import { weightedMean } from '../../src/statistics/weighted-mean.ts';
import { xmrChart } from '../../src/statistics/xmr-chart.ts';

const impossible: readonly Proportion[] = [{ count: 3, base: 2 }];
const dispositions = {
  complete: 1,
  partial: 0,
  refused: 0,
  notReached: 0,
  other: 0,
  unknownHousehold: 0,
  unknownOther: 0,
};
const dispersion = overdispersion([
  { count: 1, base: 4 },
  { count: 3, base: 4 },
]);
if (dispersion === null) throw new Error('two units have a dispersion');

const refusals: readonly (readonly [name: string, call: () => unknown])[] = [
  ['additiveLimits', () => additiveLimits(dispersion, 0, 0.95)],
  ['additiveLimits', () => additiveLimits(dispersion, 9, 95)],
  ['betaKernel', () => betaKernel(0, 1, 1)],
  ['betaKernel', () => betaKernel(0.5, 0, 1)],
  ['betaKernel', () => betaKernel(0.5, 1, 0)],
  ['betaLogitQuantile', () => betaLogitQuantile(0, 1, 1)],
  ['betaLogitQuantile', () => betaLogitQuantile(0.5, 0, 1)],
  ['betaLogitQuantile', () => betaLogitQuantile(0.5, 1, 0)],
  ['betaQuantile', () => betaQuantile(0, 1, 1)],
  ['betaTails', () => betaTails(2, 1, 1)],
  ['betaTails', () => betaTails(0.5, 0, 1)],
  ['betaTails', () => betaTails(0.5, 1, 0)],
  ['binomialVerdict', () => binomialVerdict({ count: 3, base: 2 }, 0.5, 1)],
  ['binomialVerdict', () => binomialVerdict({ count: 1, base: 2 }, 5, 1)],
  ['binomialVerdict', () => binomialVerdict({ count: 1, base: 2 }, 0.5, -1)],
  ['clopperPearson', () => clopperPearson(3, 2)],
  ['clopperPearson', () => clopperPearson(1, 2, 95)],
  ['funnelLimits', () => funnelLimits(-1, 0.5, 0.95)],
  ['funnelLimits', () => funnelLimits(1, 5, 0.95)],
  ['funnelLimits', () => funnelLimits(1, 0.5, 95)],
  ['gammaTails', () => gammaTails(0, 1)],
  ['gammaTails', () => gammaTails(1, Number.POSITIVE_INFINITY)],
  ['jeffreysInterval', () => jeffreysInterval(3, 2)],
  ['jeffreysInterval', () => jeffreysInterval(1, 2, 95)],
  ['kaplanMeier', () => kaplanMeier([{ day: 1, events: -1, censored: 0 }])],
  ['kaplanMeier', () => kaplanMeier([], { confidence: 95 })],
  ['kish', () => kish([Number.NaN])],
  ['logGamma', () => logGamma(0)],
  ['mannKendall', () => mannKendall([1, 2, Number.NaN])],
  ['meanIntervalOfCounts', () => meanIntervalOfCounts([{ value: Number.NaN, count: 1 }])],
  ['meanIntervalOfCounts', () => meanIntervalOfCounts([{ value: 1, count: -1 }])],
  ['netPromoterScore', () => netPromoterScore({ promoters: 1, passives: 1, detractors: 1 }, 95)],
  ['overdispersion', () => overdispersion(impossible)],
  ['pChart', () => pChart(impossible)],
  ['pChart', () => pChart([], Number.NaN)],
  ['randomBeta', () => randomBeta(Number.NaN, 1, seededRandom(1))],
  ['randomBeta', () => randomBeta(1, Number.NaN, seededRandom(1))],
  ['rankRange', () => rankRange([], { seed: 1, draws: -1 })],
  ['rankRange', () => rankRange([], { seed: 1, confidence: 95 })],
  ['responseRates', () => responseRates(dispositions, 2)],
  ['restrictedMean', () => restrictedMean(kaplanMeier([]), 1, 95)],
  ['roundedPercent', () => roundedPercent(3, 2)],
  ['roundedPercentInterval', () => roundedPercentInterval({ lower: 2, upper: 1 }, 1)],
  ['roundedPercentInterval', () => roundedPercentInterval({ lower: 0, upper: 2 }, 1)],
  ['saddlePointDeviance', () => saddlePointDeviance({ observed: 0, expected: 1, difference: 1 })],
  ['saddlePointDeviance', () => saddlePointDeviance({ observed: 1, expected: 0, difference: -1 })],
  ['scoreLimits', () => scoreLimits(2, 1, 0.95)],
  ['scoreLimits', () => scoreLimits(0.5, 0, 0.95)],
  ['scoreLimits', () => scoreLimits(0.5, 1, 95)],
  ['seededRandom', () => seededRandom(-1)],
  ['shrunkenRates', () => shrunkenRates(impossible)],
  ['shrunkenRates', () => shrunkenRates([], 95)],
  ['stirlingError', () => stirlingError(0)],
  ['studentQuantile', () => studentQuantile(0, 1)],
  ['studentUpperTail', () => studentUpperTail(Number.NaN, 1)],
  ['studentUpperTail', () => studentUpperTail(1, 0)],
  ['weightedMean', () => weightedMean([{ value: Number.NaN, weight: 1 }])],
  ['weightedMean', () => weightedMean([{ value: 1, weight: Number.NaN }])],
  ['xmrChart', () => xmrChart([Number.NaN])],
  ['xmrChart', () => xmrChart([1], -1)],
];

test.each(refusals)('%s names itself when it refuses its input', (name, call) =>
  expect(call).toThrow(new RegExp(`^${name} needs `)),
);

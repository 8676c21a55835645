import { describe, expect, it } from 'vitest';
import type { Figure } from '../../../src/model/figure.ts';
import { ceilingFigures } from '../../../src/pipeline/summarise/ceiling.ts';
import { clusterEffects } from '../../../src/pipeline/summarise/clusters.ts';
import { makeFigure, rateFigure } from '../../../src/pipeline/summarise/make-figure.ts';
import { clusterShare } from '../../../src/statistics/cluster-share.ts';
import { wilsonInterval } from '../../../src/statistics/wilson-interval.ts';

function answered(subject_kind: string, subject_id: string, count: number, base: number): Figure {
  const heading = {
    subject_kind,
    subject_id,
    period: 'all',
    measure: 'negative_rate',
    question_id: 'overall',
  };
  return rateFigure(heading, count, base, 10);
}

describe('ceilingFigures', () => {
  it('says per thousand how many were dissatisfied where fewer than a tenth were', () => {
    // statsmodels: proportion_confint(12, 4000, method='wilson') times 1,000 is 1.716993 5.236694.
    expect(ceilingFigures([answered('programme', 'all', 12, 4000)])).toMatchObject([
      { measure: 'negative_per_1000', count: 12, base: 4000, value: 3, low: 1.716993, high: 5.236694 },
    ]);
  });

  it('says it per ten thousand from ten thousand answers on with fewer than one in a thousand', () => {
    expect(ceilingFigures([answered('hall', 'a', 8, 40_000)])).toMatchObject([
      { measure: 'negative_per_10000', value: 2 },
    ]);
  });

  it('keeps the interval of the rate where halls differ and it was widened', () => {
    const halls = [1, 9, 2, 7, 3].map((count, place) => answered('hall', String(place), count, 100));
    const [whole] = clusterEffects([answered('programme', 'all', 22, 500), ...halls]) as [Figure];
    expect(whole.deff).toBeGreaterThan(1.5);
    const [perThousand] = ceilingFigures([whole]) as [Figure];
    expect(perThousand.low).toBeCloseTo((whole.low ?? 0) * 1000, 2);
    expect(perThousand.high).toBeCloseTo((whole.high ?? 0) * 1000, 2);
  });

  it('adds nothing to a rate of a tenth or more, and nothing where the rate is withheld or has no cases', () => {
    const heading = {
      subject_kind: 'hall',
      subject_id: 'b',
      period: 'all',
      measure: 'negative_rate',
      question_id: '',
    };
    const none = [makeFigure(heading, 'withheld'), makeFigure(heading, 'no_cases', { base: 0 })];
    expect(ceilingFigures([...none, answered('hall', 'a', 10, 100)])).toEqual([]);
  });
});

describe('clusterEffects', () => {
  const counts = [
    [30, 100],
    [5, 100],
    [12, 100],
    [2, 100],
    [41, 100],
  ] as const;
  const halls = counts.map(([count, base], place) => answered('hall', `h${place}`, count, base));
  const whole = answered('programme', 'all', 90, 500);

  it('says what resemblance within halls costs, and widens the interval to the effective base', () => {
    const expected = clusterShare(counts.map(([count, base]) => ({ count, base })))?.designEffect ?? 0;
    const [figure] = clusterEffects([whole, ...halls]);
    expect(figure?.deff).toBeCloseTo(expected, 6);
    expect(figure?.effective_base).toBeCloseTo(500 / expected, 5);
    expect(figure?.value).toBe(whole.value);
    expect(figure?.low).toBeLessThan(whole.low ?? 0);
    expect(figure?.high).toBeGreaterThan(whole.high ?? 1);
  });

  it('leaves the interval as it is where halls hardly differ', () => {
    const even = counts.map((_, place) => answered('hall', `h${place}`, 18 + (place % 2), 100));
    const [figure] = clusterEffects([answered('programme', 'all', 92, 500), ...even]);
    expect(figure?.deff).toBeLessThan(1.5);
    expect(figure).toMatchObject({ low: Number(wilsonInterval(92, 500)?.lower.toFixed(6)) });
  });

  it('says nothing with fewer than five published halls', () => {
    expect(clusterEffects([whole, ...halls.slice(1)])[0]).toEqual(whole);
  });

  it('touches no figure but the rates of the whole programme', () => {
    expect(clusterEffects(halls)).toEqual(halls);
  });
});

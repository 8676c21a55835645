import { describe, expect, it } from 'vitest';
import { periodsBetween } from '../../../src/pipeline/register/periods.ts';
import { adjust } from '../../../src/pipeline/summarise/adjust.ts';
import { changeFigures } from '../../../src/pipeline/summarise/changes.ts';
import { driftFigures } from '../../../src/pipeline/summarise/drift.ts';
import { seriesOf } from '../../../src/pipeline/summarise/series.ts';
import { charts } from '../../../src/pipeline/summarise/trend.ts';
import { countsOf, ratesOf } from './some-figures.ts';

const months = periodsBetween('2025-01-01', '2026-06-30', 'month');
const quarters = periodsBetween('2024-01-01', '2026-12-31', 'quarter');
const end = '2026-12-31';

describe('charts', () => {
  const calm = [20, 22, 19, 21, 20, 23, 18, 20, 21, 22, 19, 20];

  it('draws trial limits under twelve periods and firm ones from then on', () => {
    const chartOf = (values: readonly number[]) => {
      const figures = countsOf('found', months, values);
      return charts(seriesOf(figures, months, end)).get(figures[0] as (typeof figures)[number]);
    };
    expect(chartOf(calm.slice(0, 11))?.limits).toBe('xmr_trial');
    expect(chartOf(calm)?.limits).toBe('xmr');
    expect(chartOf(calm.slice(0, 5))).toBeUndefined();
  });

  it('marks the period outside the limits, and no other', () => {
    // In the middle, so that neither side of it is seven long.
    const values = [...calm.slice(0, 6), 60, ...calm.slice(6)];
    const figures = countsOf('claims_made', months, values);
    const charted = charts(seriesOf(figures, months, end));
    expect(figures.map((figure) => charted.get(figure)?.signal)).toEqual(
      values.map((value) => (value === 60 ? 'outside' : 'none')),
    );
  });

  it('never draws the limit of a count below zero', () => {
    const figures = countsOf('found', months, [0, 6, 1, 8, 0, 5, 1]);
    expect([...charts(seriesOf(figures, months, end)).values()][0]).toMatchObject({
      limit_low: 0,
      inner_low: 0,
    });
  });

  it('draws none where fewer than two a period are counted on average', () => {
    const figures = countsOf('found', months, [1, 0, 0, 0, 0, 0, 0, 0]);
    expect(charts(seriesOf(figures, months, end)).size).toBe(0);
  });

  it('leaves the running period out', () => {
    const figures = countsOf('found', months, calm);
    const charted = charts(seriesOf(figures, months, '2025-12-30'));
    expect(charted.has(figures[11] as (typeof figures)[number])).toBe(false);
    expect(charted.has(figures[10] as (typeof figures)[number])).toBe(true);
  });

  it('charts a rate of findings only once sixty days have gone by since the period', () => {
    const figures = ratesOf(
      'on_time_rate',
      months,
      calm.map((count) => [count, 30] as const),
    );
    const charted = charts(seriesOf(figures, months, '2025-12-30'));
    // The end of October is 60 days before.
    expect(charted.has(figures[9] as (typeof figures)[number])).toBe(true);
    expect(charted.has(figures[10] as (typeof figures)[number])).toBe(false);
  });

  it('takes a p-chart for rates, and Laney’s where bases are in the thousands', () => {
    const small = ratesOf(
      'positive_rate',
      months,
      calm.map((count) => [count, 30] as const),
    );
    const large = ratesOf(
      'positive_rate',
      months,
      calm.map((count) => [count * 100, 3000] as const),
    );
    const kindOf = (figures: typeof small) =>
      charts(seriesOf(figures, months, end)).get(figures[0] as (typeof figures)[number])?.limits;
    expect(kindOf(small)).toBe('p_chart');
    expect(kindOf(large)).toBe('laney');
  });

  it('passes over periods without a number', () => {
    const figures = ratesOf('positive_rate', months, [
      [20, 30],
      [1, 2],
      [21, 30],
      [19, 30],
      [20, 30],
      [20, 30],
      [29, 30],
    ]);
    const charted = charts(seriesOf(figures, months, end));
    expect(charted.size).toBe(6);
    expect(charted.has(figures[1] as (typeof figures)[number])).toBe(false);
  });
});

describe('changeFigures', () => {
  it('takes the period before, and the same of the year before', () => {
    const figures = countsOf('found', quarters, [10, 12, 9, 11, 15, 12]);
    const changes = changeFigures(seriesOf(figures, quarters, end), quarters);
    const of = (measure: string, period: string) =>
      changes.find((change) => change.measure === measure && change.period === period);
    expect(of('found_on_previous', '2024-Q1')).toBeUndefined();
    expect(of('found_on_previous', '2024-Q2')).toMatchObject({ value: 2, low: null, high: null });
    expect(of('found_on_year', '2024-Q4')).toBeUndefined();
    expect(of('found_on_year', '2025-Q1')).toMatchObject({ value: 5, status: 'shown' });
    expect(of('found_on_previous', '2025-Q2')).toMatchObject({ value: -3 });
  });

  it('gives a change of a rate with the Newcombe interval', () => {
    // Newcombe 1998, table II: 48/80 and 56/70 differ by 0.2, from 0.0524 to 0.3339 (method 10).
    const figures = ratesOf('positive_rate', quarters, [
      [48, 80],
      [56, 70],
    ]);
    const [change] = changeFigures(seriesOf(figures, quarters, end), quarters);
    expect(change).toMatchObject({
      measure: 'positive_rate_on_previous',
      value: 0.2,
      low: 0.052431,
      high: 0.333873,
    });
  });

  it('says why where either period has no number', () => {
    const figures = ratesOf('positive_rate', quarters, [
      [3, 4],
      [56, 70],
    ]);
    expect(changeFigures(seriesOf(figures, quarters, end), quarters)).toMatchObject([
      { status: 'too_few', value: null },
    ]);
  });

  it('does not bridge a period that is missing', () => {
    const [first, , third] = countsOf('found', quarters, [10, 12, 9]);
    const figures = [first, third].filter((figure) => figure !== undefined);
    expect(changeFigures(seriesOf(figures, quarters, end), quarters)).toEqual([]);
  });
});

describe('driftFigures', () => {
  const drift = (values: readonly number[]) =>
    driftFigures(seriesOf(countsOf('found', months, values), months, end), 12)[0];

  it('gives the Sen slope and the p-value of a clear rise', () => {
    // As mannKendall is tested against R: p = 0.000836627 for a strictly rising series of eight.
    const found = drift([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(found).toMatchObject({ measure: 'found_drift', status: 'shown', value: 1, base: 8 });
    expect(found?.p_adjusted).toBeCloseTo(0.000836627131, 9);
  });

  it.each([
    { why: 'too few periods', values: [1, 2, 3, 4, 5, 6, 7] },
    { why: 'values that are all the same', values: [4, 4, 4, 4, 4, 4, 4, 4] },
    { why: 'periods that lean on the one before', values: [1, 1, 1, 1, 9, 9, 9, 9, 1, 1, 1, 1] },
  ])('is not estimable with $why', ({ values }) => {
    expect(drift(values)).toMatchObject({ status: 'not_estimable', value: null, p_adjusted: null });
  });

  it('is not estimable where the same season comes back', () => {
    const seasons = [5, 9, 2, 7, 5, 9, 2, 7, 5, 9, 2, 7];
    const figures = countsOf('found', quarters, seasons);
    expect(driftFigures(seriesOf(figures, quarters, end), 4)[0]).toMatchObject({ status: 'not_estimable' });
  });
});

describe('adjust', () => {
  it('takes the tests of one page together, and those of another page apart', () => {
    const tested = (subject_id: string, p_adjusted: number | null) => ({
      ...countsOf('found', months, [1])[0],
      subject_id,
      p_adjusted,
    });
    const figures = [tested('a', 0.01), tested('a', 0.04), tested('b', 0.04), tested('a', null)];
    // R: p.adjust(c(0.01, 0.04), "BH") is 0.02 0.04.
    expect(adjust(figures as Parameters<typeof adjust>[0]).map((one) => one.p_adjusted)).toEqual([
      0.02,
      0.04,
      0.04,
      null,
    ]);
  });
});

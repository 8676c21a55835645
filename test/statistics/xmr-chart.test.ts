import { describe, expect, test } from 'vitest';
import { xmrChart } from '../../src/statistics/xmr-chart.ts';
import { expectReference, frozen, readReference } from './reference.ts';

interface XmrCase {
  readonly name: string;
  readonly y: readonly number[];
  readonly baseline_points: number;
  readonly screened: boolean;
  readonly mean: number;
  readonly mean_moving_range: number;
  readonly upl: number;
  readonly lpl: number;
  readonly near_upl: number;
  readonly near_lpl: number;
  readonly rule_outside: readonly number[];
  readonly rule_shift7: readonly number[];
  readonly rule_trend7: readonly number[];
  readonly rule_two_of_three: readonly number[];
}

const { expected, tolerance } = readReference<readonly XmrCase[]>('trend/xmr.json');
const unscreened = expected.filter((one) => !one.screened);
const fromOne = (positions: readonly number[] | undefined) => positions?.map((position) => position + 1);
const signalsOf = (values: readonly number[], baseline?: number) => xmrChart(values, baseline)?.signals;

describe('xmrChart', () => {
  test.each(unscreened)('equals NHSRplotthedots without screening on $name', (one) => {
    const got = xmrChart(frozen(one.y), one.baseline_points);
    expectReference(
      {
        mean: got?.mean,
        mean_moving_range: got?.meanMovingRange,
        upl: got?.upper,
        lpl: got?.lower,
        near_upl: got?.nearUpper,
        near_lpl: got?.nearLower,
        rule_outside: fromOne(got?.signals.outside),
        rule_shift7: fromOne(got?.signals.shift),
        rule_trend7: fromOne(got?.signals.trend),
        rule_two_of_three: fromOne(got?.signals.twoOfThree),
      },
      {
        mean: one.mean,
        mean_moving_range: one.mean_moving_range,
        upl: one.upl,
        lpl: one.lpl,
        near_upl: one.near_upl,
        near_lpl: one.near_lpl,
        rule_outside: one.rule_outside,
        rule_shift7: one.rule_shift7,
        rule_trend7: one.rule_trend7,
        rule_two_of_three: one.rule_two_of_three,
      },
      tolerance,
    );
  });

  test('has trial limits under twelve points of baseline, firm ones from twelve', () => {
    const values = Array.from({ length: 20 }, (_, position) => position % 3);
    expect(xmrChart(values.slice(0, 11))?.limits).toBe('trial');
    expect(xmrChart(values.slice(0, 12))?.limits).toBe('firm');
    expect(xmrChart(values, 11)?.limits).toBe('trial');
  });

  test('takes all points for the baseline unless told', () =>
    expect(xmrChart([4, 6, 5, 7])).toEqual(xmrChart([4, 6, 5, 7], 4)));

  // Baseline 0, 2, 0, 2 ...: mean 1, mean moving range 2, limits 1 ± 5.32, outer third beyond 1 ± 3.5467.
  const steady = Array.from({ length: 12 }, (_, position) => (position % 2) * 2);
  const signalsAfter = (...values: number[]) => signalsOf([...steady, ...values], 12);

  test('sees a shift at seven on one side, above or below, not at six', () => {
    expect(signalsAfter(0, 2, 2, 2, 2, 2, 2)?.shift).toEqual([]);
    expect(signalsAfter(0, 2, 2, 2, 2, 2, 2, 2)?.shift).toEqual([13, 14, 15, 16, 17, 18, 19]);
    expect(signalsAfter(0, 0, 0, 0, 0, 0, 0)?.shift).toEqual([12, 13, 14, 15, 16, 17, 18]);
  });

  test('breaks a shift at a point on the mean', () =>
    expect(signalsAfter(0, 2, 2, 2, 1, 2, 2, 2, 2)?.shift).toEqual([]));

  test('sees a trend of seven points rising or falling, not of six, and equal points break it', () => {
    expect(signalsAfter(0, 0.1, 0.2, 0.3, 0.4, 0.5)?.trend).toEqual([]);
    expect(signalsAfter(0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6)?.trend).toEqual([12, 13, 14, 15, 16, 17, 18]);
    expect(signalsAfter(1.9, 1.8, 1.7, 1.6, 1.5, 1.4)?.trend).toEqual([11, 12, 13, 14, 15, 16, 17]);
    expect(signalsAfter(0, 0.1, 0.2, 0.2, 0.3, 0.4, 0.5, 0.6)?.trend).toEqual([]);
  });

  test('sees two of three in the outer third only with all three on one side', () => {
    expect(signalsAfter(5, 2, 5)?.twoOfThree).toEqual([12, 14]);
    expect(signalsAfter(5, 0, 5, 0)?.twoOfThree).toEqual([]);
    expect(signalsAfter(-3, -3, 0)?.twoOfThree).toEqual([12, 13]);
    expect(signalsAfter(5, 2, 2, 5)?.twoOfThree).toEqual([]);
  });

  test('counts a point outside the limits there and not in the outer third', () => {
    expect(signalsAfter(7, 5, 2)?.outside).toEqual([12]);
    expect(signalsAfter(7, 5, 2)?.twoOfThree).toEqual([]);
    expect(signalsAfter(-5)?.outside).toEqual([12]);
  });

  test('has no signals for a constant baseline, and no chart for a single point', () => {
    expect(signalsOf([4, 4, 4, 9], 3)).toEqual({ outside: [], shift: [], trend: [], twoOfThree: [] });
    expect(xmrChart([4, 5])).toMatchObject({ mean: 4.5, meanMovingRange: 1 });
    expect(xmrChart([4])).toBeNull();
    expect(xmrChart([])).toBeNull();
    expect(xmrChart([4, 5, 6], 1)).toBeNull();
  });

  test('refuses what is not finite and a baseline that is no count', () => {
    expect(() => xmrChart([1, Number.NaN])).toThrow(/finite/);
    expect(() => xmrChart([1, 2], 1.5)).toThrow(/whole numbers/);
  });
});

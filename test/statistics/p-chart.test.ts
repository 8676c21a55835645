import { describe, expect, test } from 'vitest';
import { laneyPChart } from '../../src/statistics/laney-p-chart.ts';
import type { PChart } from '../../src/statistics/p-chart.ts';
import { pChart } from '../../src/statistics/p-chart.ts';
import { expectReference, frozen, readReference } from './reference.ts';

interface Limits {
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  readonly out: readonly number[];
}

interface PChartCase {
  readonly name: string;
  readonly x: readonly number[];
  readonly n: readonly number[];
  readonly theta: number;
  readonly p: readonly number[];
  readonly p_chart: Limits;
  readonly sigma_z: number;
  readonly laney: Limits;
}

const { expected, tolerance } = readReference<readonly PChartCase[]>('trend/p_chart.json');
const pointsOf = ({ x, n }: PChartCase) => x.map((count, position) => ({ count, base: n[position] ?? 0 }));

function limitsOf(chart: PChart | null) {
  const points = chart?.points ?? [];
  return {
    lower: points.map((point) => point.lower),
    upper: points.map((point) => point.upper),
    out: points.flatMap((point, position) => (point.isOutside ? [position + 1] : [])),
  };
}

describe('pChart', () => {
  test.each(expected)('gives the limits of $name', (one) => {
    const chart = pChart(frozen(pointsOf(one)));
    expectReference(limitsOf(chart), one.p_chart, tolerance);
    expectReference([chart?.rate, chart?.points.map((point) => point.rate)], [one.theta, one.p], tolerance);
    expect(chart?.widening).toBe(1);
  });

  test('clips limits at 0 and 1, not the judgement', () => {
    const chart = pChart([
      { count: 0, base: 400 },
      { count: 1, base: 4 },
      { count: 0, base: 400 },
    ]);
    expect(chart?.points[0]?.lower).toBe(0);
    expect(chart?.points[1]?.isOutside).toBe(true);
    expect(
      pChart([
        { count: 4, base: 4 },
        { count: 399, base: 400 },
      ])?.points[0]?.upper,
    ).toBe(1);
  });

  test('has no signals when all or none succeeded, and is none without points', () => {
    for (const count of [0, 5]) {
      const chart = pChart([
        { count, base: 5 },
        { count, base: 5 },
      ]);
      expect(chart?.points.map((point) => [point.lower, point.upper, point.isOutside])).toEqual([
        [count / 5, count / 5, false],
        [count / 5, count / 5, false],
      ]);
    }
    expect(pChart([])).toBeNull();
  });

  test('refuses points without cases, impossible counts and a widening that is no number', () => {
    expect(() => pChart([{ count: 0, base: 0 }])).toThrow(
      'pChart needs points with at least one case, got 0 of 0',
    );
    expect(() => pChart([{ count: 3, base: 2 }])).toThrow(/got 3 of 2/);
    expect(() => pChart([{ count: 1, base: 2 }], Number.NaN)).toThrow(/finite/);
  });
});

describe('laneyPChart', () => {
  test.each(expected)('gives the limits of $name', (one) => {
    const chart = laneyPChart(frozen(pointsOf(one)));
    expectReference(limitsOf(chart), one.laney, tolerance);
    expectReference(chart?.widening, one.sigma_z, tolerance);
  });

  test('has no signals when all or none succeeded or nothing moves', () => {
    for (const count of [0, 3, 5]) {
      const chart = laneyPChart([
        { count, base: 5 },
        { count, base: 5 },
        { count, base: 5 },
      ]);
      expect(chart?.widening).toBe(0);
      expect(chart?.points.some((point) => point.isOutside)).toBe(false);
    }
  });

  test('needs two points', () => {
    expect(laneyPChart([])).toBeNull();
    expect(laneyPChart([{ count: 1, base: 2 }])).toBeNull();
  });
});

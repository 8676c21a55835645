import type { Figure, Subject } from '../../model/figure.ts';
import type { FigureStatus } from '../../model/published.ts';
import { confidence } from '../../model/rule.ts';
import { wilsonInterval } from '../../statistics/wilson-interval.ts';

/** What a figure is about, when, and what it measures. */
export interface Heading extends Subject {
  readonly period: string;
  readonly measure: string;
  readonly question_id: string;
}

interface Numbers {
  readonly count?: number | null;
  readonly base?: number | null;
  readonly value?: number | null;
  readonly low?: number | null;
  readonly high?: number | null;
}

/** What is blank until a figure is compared, charted, ranked, tested or weighted. */
const unjudged = {
  comparison: '',
  signal: '',
  centre: null,
  inner_low: null,
  inner_high: null,
  limit_low: null,
  limit_high: null,
  limits: '',
  band: '',
  p_adjusted: null,
  deff: null,
  effective_base: null,
} as const;

const decimals = 1e6;

/** Six decimals: more than anyone can use, and few enough to be the same on every processor. */
export function rounded(value: number | null | undefined): number | null {
  return value === null || value === undefined ? null : Math.round(value * decimals) / decimals;
}

/** A figure with its numbers, or with the reason why it has none. */
export function makeFigure(heading: Heading, status: FigureStatus, numbers: Numbers = {}): Figure {
  return {
    ...heading,
    count: numbers.count ?? null,
    base: numbers.base ?? null,
    value: rounded(numbers.value),
    low: rounded(numbers.low),
    high: rounded(numbers.high),
    status,
    ...unjudged,
  };
}

/** A count of a base. Zero is a count like any other. */
export function countFigure(heading: Heading, count: number, base: number | null): Figure {
  return makeFigure(heading, 'shown', { count, base, value: count });
}

/** A rate with its interval. Without cases, or with too few to judge by, it has none. */
export function rateFigure(heading: Heading, count: number, base: number, smallestBase: number): Figure {
  if (base === 0) return makeFigure(heading, 'no_cases', { count, base });
  if (base < smallestBase) return makeFigure(heading, 'too_few', { count, base });
  const interval = wilsonInterval(count, base, confidence);
  return makeFigure(heading, 'shown', {
    count,
    base,
    value: count / base,
    low: interval?.lower ?? null,
    high: interval?.upper ?? null,
  });
}

/** The ends of an axis and the distance between its ticks. */
export interface Axis {
  readonly low: number;
  readonly high: number;
  readonly step: number;
}

/** What the numbers of a chart are. */
export type Unit = 'count' | 'share' | 'days' | 'score';

/** An axis has at most this many steps: 3 to 5 ticks beside zero are enough to read by. */
const mostSteps = 4;

/** Numbers are published to the millionth: what is closer than this is one number. */
const leastSpan = 1e-9;

function roundStep(atLeast: number, unit: Unit): number {
  const power = 10 ** Math.floor(Math.log10(atLeast));
  const step = [1, 2, 2.5, 5, 10].find((times) => times * power >= atLeast * (1 - 1e-9)) ?? 10;
  const whole = unit === 'count' || unit === 'days';
  return whole ? Math.max(1, Math.ceil(step * power)) : step * power;
}

/**
 * Chooses an axis for values: from zero, to a round number above the largest; a share that reaches over a half is
 * shown against the whole. Below zero only where a value is. A control chart asks for the ups and downs alone: then the
 * axis reaches `around` the values.
 *
 * @example
 * chooseAxis([312, 241], 'count'); // => { low: 0, high: 400, step: 100 }
 * chooseAxis([0.97], 'share'); // => { low: 0, high: 1, step: 0.25 }
 * chooseAxis([0.5, 0.875], 'share', 'around'); // => { low: 0.5, high: 0.9, step: 0.1 }
 */
export function chooseAxis(values: readonly number[], unit: Unit, from: 'zero' | 'around' = 'zero'): Axis {
  const isAround = from === 'around' && values.length > 0;
  const largest = isAround ? Math.max(...values) : Math.max(0, ...values);
  const smallest = isAround ? Math.min(...values) : Math.min(0, ...values);
  if (!isAround && unit === 'share' && smallest === 0 && largest > 0.5)
    return { low: 0, high: 1, step: 0.25 };
  const span = largest - smallest;
  const reach = span > leastSpan ? span : 1;
  const step = roundStep(reach / mostSteps, unit);
  const ticks = (value: number, round: (ratio: number) => number) => {
    const ratio = value / step;
    const nearest = Math.round(ratio);
    return (Math.abs(ratio - nearest) < 1e-9 ? nearest : round(ratio)) * step;
  };
  const high = ticks(largest, Math.ceil);
  const low = ticks(smallest, Math.floor);
  return { low, high: high === low ? low + step : high, step };
}

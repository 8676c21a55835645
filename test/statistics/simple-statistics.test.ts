import { quantile, sum } from 'simple-statistics';
import { describe, test } from 'vitest';
import { expectReference, readReference } from './reference.ts';

interface QuantileCase {
  readonly name: string;
  readonly x: readonly number[];
  readonly probs: readonly number[];
  readonly q: readonly number[];
}

interface SumCase {
  readonly x: readonly number[];
  readonly fsum: number;
}

// The library is used only where it is exact; these values hold it to that.
describe('simple-statistics', () => {
  const quantiles = readReference<readonly QuantileCase[]>('special/quantile_type7.json');
  test.each(quantiles.expected)('has quantiles of type 7: $name', ({ x, probs, q }) =>
    expectReference(
      probs.map((p) => quantile([...x], p)),
      q,
      quantiles.tolerance,
    ),
  );

  const sums = readReference<readonly SumCase[]>('special/sums.json');
  test.each(sums.expected)('sums $x without losing digits', ({ x, fsum }) =>
    expectReference(sum([...x]), fsum, sums.tolerance),
  );
});

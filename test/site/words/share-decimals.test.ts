import { expect, test } from 'vitest';
import { shareDecimals } from '../../../src/site/words/share-decimals.ts';

test.each([
  { what: 'a base under a thousand has no decimals', rate: 0.004, base: 999, decimals: 0 },
  { what: 'a base that is not known has none', rate: 0.5, base: null, decimals: 0 },
  { what: 'from a thousand on there is one', rate: 0.5, base: 1000, decimals: 1 },
  { what: 'one percent has one', rate: 0.01, base: 5000, decimals: 1 },
  { what: 'below one percent two digits count', rate: 0.00999, base: 5000, decimals: 2 },
  { what: 'a tenth of a percent is the last with two decimals', rate: 0.001, base: 5000, decimals: 2 },
  { what: 'below it there are three', rate: 0.000999, base: 5000, decimals: 3 },
  { what: 'no more than the files have', rate: 0.000001, base: 2_000_000, decimals: 4 },
  { what: 'nothing is told as 0.0', rate: 0, base: 5000, decimals: 1 },
  { what: 'limits without a rate of their own have one', rate: null, base: 5000, decimals: 1 },
])('$what', ({ rate, base, decimals }) => {
  expect(shareDecimals(rate, base)).toBe(decimals);
});

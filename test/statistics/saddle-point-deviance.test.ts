import { describe, expect, test } from 'vitest';
import { saddlePointDeviance } from '../../src/statistics/saddle-point-deviance.ts';
import { expectRelative } from './reference.ts';

describe('saddlePointDeviance', () => {
  test.each([0.3, 0.49, 0.51, 0.9, 1.5, 1.99, 2.01, 7, 1e6])(
    'is observed x (u - ln(1 + u)) at expected = %s observed',
    (ratio) => {
      const observed = 40;
      const expected = observed * ratio;
      const plain = observed * Math.log(observed / expected) + expected - observed;
      expectRelative(
        saddlePointDeviance({ observed, expected, difference: expected - observed }),
        plain,
        1e-13,
      );
    },
  );

  test('keeps its digits for tiny differences', () => {
    // u^2/2 - u^3/3 + u^4/4 with u = 1e-5, times 1e9
    const exact = 1e9 * (5e-11 - 1e-15 / 3 + 2.5e-21);
    expectRelative(
      saddlePointDeviance({ observed: 1e9, expected: 1e9 + 1e4, difference: 1e4 }),
      exact,
      1e-14,
    );
  });

  test('is zero where both agree, and refuses zero', () => {
    expect(saddlePointDeviance({ observed: 3, expected: 3, difference: 0 })).toBe(0);
    expect(() => saddlePointDeviance({ observed: 0, expected: 3, difference: 3 })).toThrow(/above zero/);
    expect(() => saddlePointDeviance({ observed: 3, expected: 0, difference: -3 })).toThrow(/above zero/);
  });
});

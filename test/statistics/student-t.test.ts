import { describe, expect, test } from 'vitest';
import { normalQuantile } from '../../src/statistics/normal-quantile.ts';
import { studentQuantile, studentUpperTail } from '../../src/statistics/student-t.ts';
import { expectReference, expectRelative } from './reference.ts';
import { special } from './special-values.ts';

describe('studentUpperTail', () => {
  test.each(special.expected.pt_upper)('equals pt($t, $df, lower.tail = FALSE)', ({ t, df, upper }) =>
    expectReference(studentUpperTail(t, df), upper, special.tolerance),
  );

  test('is one half at zero and mirrors itself', () => {
    expect(studentUpperTail(0, 7)).toBe(0.5);
    expect(studentUpperTail(-1.3, 7)).toBe(1 - studentUpperTail(1.3, 7));
  });

  test('is the Cauchy tail with one degree of freedom, near and far', () => {
    for (const t of [0.01, 0.5, 1, 3, 1e6])
      expectRelative(studentUpperTail(t, 1), Math.atan(1 / t) / Math.PI, 1e-14);
  });

  test('refuses what is not finite and no degrees of freedom', () => {
    expect(() => studentUpperTail(Number.NaN, 3)).toThrow(/finite/);
    expect(() => studentUpperTail(1, 0)).toThrow(/above zero/);
  });
});

describe('studentQuantile', () => {
  test.each(special.expected.qt)('equals qt($p, $df)', ({ p, df, q }) =>
    expectReference(studentQuantile(p, df), q, special.tolerance),
  );

  test('is exactly zero at one half', () => expect(studentQuantile(0.5, 4)).toBe(0));

  test('mirrors itself', () => {
    for (const p of [0.25, 0.3125, 0.0625]) expect(studentQuantile(1 - p, 4)).toBe(-studentQuantile(p, 4));
  });

  test('has a closed form with two degrees of freedom', () => {
    for (const p of [0.500001, 0.6, 0.74, 0.76, 0.975, 0.9999]) {
      expectRelative(studentQuantile(p, 2), (2 * p - 1) / Math.sqrt(2 * p * (1 - p)), 1e-10);
    }
  });

  test('tends to the normal quantile', () =>
    expectRelative(studentQuantile(0.975, 1e9), normalQuantile(0.975), 2e-9));

  test.each([0, 0.5, Number.POSITIVE_INFINITY, Number.NaN])('refuses %s degrees of freedom', (degrees) =>
    expect(() => studentQuantile(0.9, degrees)).toThrow(
      `studentQuantile needs at least one degree of freedom, got ${degrees}`,
    ),
  );

  test.each([0, 1])('refuses the probability %s', (p) =>
    expect(() => studentQuantile(p, 3)).toThrow(/between zero/),
  );
});

import { describe, expect, test } from 'vitest';
import { responseRates } from '../../src/statistics/response-rates.ts';
import { expectReference, frozen, readReference } from './reference.ts';

type Key = 'I' | 'P' | 'R' | 'NC' | 'O' | 'UH' | 'UO' | 'e';
type RateKey = 'RR1' | 'RR2' | 'RR3' | 'RR4' | 'RR5' | 'RR6';
type RateCase = { readonly [key in Key]: number } & { readonly [key in RateKey]: number | null };

const { expected, tolerance } = readReference<readonly RateCase[]>('survey/aapor_rates.json');

const dispositions = {
  complete: 4,
  partial: 1,
  refused: 2,
  notReached: 1,
  other: 0,
  unknownHousehold: 1,
  unknownOther: 1,
};

describe('responseRates', () => {
  test.each(expected)('equals RR1 to RR6 with $I complete', (one) => {
    const counts = {
      complete: one.I,
      partial: one.P,
      refused: one.R,
      notReached: one.NC,
      other: one.O,
      unknownHousehold: one.UH,
      unknownOther: one.UO,
    };
    const got = responseRates(frozen(counts), one.e);
    const wanted = [one.RR1, one.RR2, one.RR3, one.RR4, one.RR5, one.RR6];
    expectReference([got.rate1, got.rate2, got.rate3, got.rate4, got.rate5, got.rate6], wanted, tolerance);
  });

  test('is rate 5 when none of the unknown is eligible, rate 1 when all are', () => {
    expect(responseRates(dispositions, 0).rate3).toBe(responseRates(dispositions, 0).rate5);
    expect(responseRates(dispositions, 1).rate3).toBe(responseRates(dispositions, 1).rate1);
  });

  test.each(Object.keys(dispositions))('refuses %s that is no count', (key) =>
    expect(() => responseRates({ ...dispositions, [key]: -1 }, 1)).toThrow(/responseRates needs counts/),
  );

  test('refuses an eligible share of more than one', () =>
    expect(() => responseRates(dispositions, 1.1)).toThrow(/share from zero to one/));
});

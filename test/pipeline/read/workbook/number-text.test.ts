import { describe, expect, it } from 'vitest';
import { numberText } from '../../../../src/pipeline/read/workbook/number-text.ts';
import { fc } from '../../../seeded-checks.ts';

const day = { shows: 'moment', day: true, month: true, time: false } as const;
const number = { shows: 'number' } as const;

describe('numberText', () => {
  it('gives every day of the two calendars as its own date, in any time zone', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2_958_465 }), (serial) => {
        const expected = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);
        expect(numberText(serial, day, 'since 1900')).toBe(expected);
        if (serial >= 1462) expect(numberText(serial - 1462, day, 'since 1904')).toBe(expected);
      }),
    );
  });

  it('rounds a time to the second, over midnight if need be', () => {
    expect(numberText(45_716.999_999_9, day, 'since 1900')).toBe('2025-03-01');
    expect(numberText(45_717.000_011_6, day, 'since 1900')).toBe('2025-03-01 00:00:01');
    expect(numberText(45_717.25, day, 'since 1900')).toBe('2025-03-01 06:00:00');
  });

  it.each([
    ['a date before the first or after the last is the number that it is', -1, day, '-1'],
    ['the same', 2_958_466, day, '2958466'],
    ['fifteen digits, as spreadsheets keep them', Number('123456789012345678'), number, '123456789012346000'],
    ['a whole number', 42, number, '42'],
    ['a negative one', -0.5, number, '-0.5'],
    ['a number too long for its zeros', 12_345, { shows: 'padded', digits: 3 } as const, '12345'],
    ['a fraction has none', 1.5, { shows: 'padded', digits: 3 } as const, '1.5'],
  ])('%s', (_, value, format, expected) => {
    expect(numberText(value, format, 'since 1900')).toBe(expected);
  });

  it('gives back every number of fifteen digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e14, max: 1e14 }), fc.integer({ min: 0, max: 6 }), (digits, places) => {
        const value = digits / 10 ** places;
        expect(Number(numberText(value, number, 'since 1900'))).toBe(Number(value.toPrecision(15)));
      }),
    );
  });
});

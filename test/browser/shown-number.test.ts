import { describe, expect, test } from 'vitest';
import { formatFigure } from '../../src/site/words/format.ts';
import { shownCell, shownFigure } from './shown-number.ts';
import { fc } from '../seeded-checks.ts';

const blank = { count: '', base: '', value: '', low: '', high: '' };

describe('shownFigure', () => {
  const cases: readonly {
    description: string;
    row: Record<string, string>;
    part: string;
    expected: string | null;
  }[] = [
    {
      description: 'counts have thousands separators',
      row: { measure: 'found', value: '1204567' },
      part: 'value',
      expected: '1,204,567',
    },
    {
      description: 'rates have no decimals under a base of 1000',
      row: { measure: 'confirmed_rate', value: '0.145', base: '200' },
      part: 'value',
      expected: '15%',
    },
    {
      description: 'rates have one decimal from 1000 on',
      row: { measure: 'confirmed_rate', value: '0.7803', base: '1000' },
      part: 'value',
      expected: '78.0%',
    },
    {
      description: 'rates below one percent have two digits that count',
      row: { measure: 'evaluation_rate', value: '0.001747', base: '1143282' },
      part: 'value',
      expected: '0.17%',
    },
    {
      description: 'rates far below have no more digits than the file',
      row: { measure: 'evaluation_rate', value: '0.000005', base: '1143282' },
      part: 'value',
      expected: '0.0005%',
    },
    {
      description: 'a rate of nothing has one decimal',
      row: { measure: 'evaluation_rate', value: '0', base: '1143282' },
      part: 'value',
      expected: '0.0%',
    },
    {
      description: 'ends have as many digits as their rate',
      row: { measure: 'evaluation_rate', value: '0.001747', high: '0.001825', base: '1143282' },
      part: 'high',
      expected: '0.19%',
    },
    {
      description: 'lower ends are rounded down, without a sign',
      row: { measure: 'confirmed_rate', low: '0.7199', base: '264' },
      part: 'low',
      expected: '71',
    },
    {
      description: 'upper ends are rounded up',
      row: { measure: 'confirmed_rate', high: '0.8201', base: '264' },
      part: 'high',
      expected: '83%',
    },
    {
      description: 'an end on a whole percent stays',
      row: { measure: 'confirmed_rate', high: '0.82', base: '264' },
      part: 'high',
      expected: '82%',
    },
    {
      description: 'very small shares are read',
      row: { measure: 'confirmed_rate', low: '4.2e-7', base: '264' },
      part: 'low',
      expected: '0',
    },
    {
      description: 'scores have one decimal',
      row: { measure: 'mean_score', value: '4.25' },
      part: 'value',
      expected: '4.3',
    },
    {
      description: 'scores below zero have a minus sign',
      row: { measure: 'net_promoter_score', value: '-12.34' },
      part: 'value',
      expected: '\u221212.3',
    },
    {
      description: 'days have none',
      row: { measure: 'oldest_open', value: '1312' },
      part: 'value',
      expected: '1,312',
    },
    {
      description: 'differences have their sign',
      row: { measure: 'found_on_previous', value: '17' },
      part: 'value',
      expected: '+17',
    },
    {
      description: 'a difference of rates is in points, with a minus sign where it fell',
      row: { measure: 'on_time_rate_on_year', value: '-0.247553' },
      part: 'value',
      expected: '\u221225',
    },
    {
      description: 'the line of a count has one decimal',
      row: { measure: 'found', centre: '7.75', value: '8' },
      part: 'centre',
      expected: '7.8',
    },
    {
      description: 'limits of a count are rounded outwards',
      row: { measure: 'found', limit_high: '16.49', value: '8' },
      part: 'limit_high',
      expected: '17',
    },
    { description: 'blank is no number', row: { measure: 'confirmed_rate' }, part: 'value', expected: null },
  ];
  test.each(cases)('$description', ({ row, part, expected }) => {
    expect(shownFigure({ ...blank, ...row }, part)).toBe(expected);
  });

  test.each(cases)('the pages write it the same: $description', ({ row, part, expected }) => {
    const numbers = Object.fromEntries(
      Object.entries({ ...blank, ...row }).map(([name, cell]) =>
        name === 'measure' ? [name, cell] : [name, cell === '' ? null : Number(cell)],
      ),
    );
    expect(formatFigure(numbers as unknown as Parameters<typeof formatFigure>[0], part as 'value')).toBe(
      expected ?? '',
    );
  });

  test('says the same as the pages do, worked out in another way', () => {
    const share = fc.tuple(fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 0, max: 20_000 }));
    fc.assert(
      fc.property(share, fc.constantFrom('value', 'low', 'high'), ([base, some], part) => {
        const value = Math.min(some, base) / base;
        const row = { measure: 'confirmed_rate', count: some, base, value, low: value / 2, high: value };
        const text = Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, String(cell)]));
        expect(shownFigure(text, part)).toBe(formatFigure(row, part as 'value'));
      }),
      { numRuns: 2000 },
    );
  });
});

test('cells of other tables are counts, and shares where they are shares', () => {
  expect(shownCell('findings', { used_working_days: '1029' }, 'used_working_days')).toBe('1,029');
  expect(shownCell('answers', { share: '0.511', base: '857' }, 'share')).toBe('51%');
  expect(shownCell('answers', { share: '0.0021', low: '0.0012', base: '1857' }, 'low')).toBe('0.12');
  expect(shownCell('findings', { used_working_days: '' }, 'used_working_days')).toBeNull();
});

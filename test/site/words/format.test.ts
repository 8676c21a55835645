import { describe, expect, it } from 'vitest';
import {
  formatCount,
  formatDate,
  formatFigure,
  formatPercent,
  formatPeriod,
  formatShareEnd,
  type FigurePart,
  type Formattable,
} from '../../../src/site/words/format.ts';

const blank: Formattable = {
  measure: 'found',
  count: null,
  base: null,
  value: null,
  low: null,
  high: null,
};

describe('formatFigure', () => {
  const cases: readonly { what: string; figure: Partial<Formattable>; part?: FigurePart; shown: string }[] = [
    { what: 'a count with a comma from a thousand', figure: { value: 1204 }, shown: '1,204' },
    { what: 'a blank as nothing, never 0', figure: {}, shown: '' },
    { what: 'zero as 0', figure: { value: 0 }, shown: '0' },
    {
      what: 'half a percent up',
      figure: { measure: 'confirmed_rate', value: 0.145, base: 200 },
      shown: '15%',
    },
    {
      what: 'one decimal from a base of 1,000',
      figure: { measure: 'confirmed_rate', value: 0.7803, base: 1000 },
      shown: '78.0%',
    },
    {
      what: 'no decimal at a base of 999',
      figure: { measure: 'confirmed_rate', value: 0.7803, base: 999 },
      shown: '78%',
    },
    {
      what: 'a rate below one percent with two digits that count',
      figure: { measure: 'evaluation_rate', value: 0.001747, base: 1_143_282 },
      shown: '0.17%',
    },
    {
      what: 'the ends of such a rate with as many decimals as it has itself',
      figure: { measure: 'evaluation_rate', value: 0.001747, low: 0.001672, base: 1_143_282 },
      part: 'low',
      shown: '0.16',
    },
    {
      what: 'a rate below one percent of a small base without decimals, as any other',
      figure: { measure: 'confirmed_rate', value: 0.0042, base: 240 },
      shown: '0%',
    },
    {
      what: 'the lower end downwards, without the sign',
      figure: { measure: 'confirmed_rate', low: 0.6199, base: 90 },
      part: 'low',
      shown: '61',
    },
    {
      what: 'the upper end upwards',
      figure: { measure: 'confirmed_rate', high: 0.8801, base: 90 },
      part: 'high',
      shown: '89%',
    },
    {
      what: 'an end that is whole as it is',
      figure: { measure: 'confirmed_rate', low: 0.57, high: 0.58, base: 90 },
      part: 'low',
      shown: '57',
    },
    {
      what: 'the count of a rate as a count',
      figure: { measure: 'confirmed_rate', count: 1206, base: 2000 },
      part: 'count',
      shown: '1,206',
    },
    { what: 'days as whole days', figure: { measure: 'median_days_to_confirmed', value: 44 }, shown: '44' },
    { what: 'a score with one decimal', figure: { measure: 'mean_score', value: 4.25 }, shown: '4.3' },
    {
      what: 'a negative score with a minus sign',
      figure: { measure: 'net_promoter_score', value: -12.34 },
      shown: '\u221212.3',
    },
    {
      what: 'nearly zero without a sign',
      figure: { measure: 'net_promoter_score', value: -0.04 },
      shown: '0.0',
    },
    {
      what: 'the lower end of a score downwards',
      figure: { measure: 'net_promoter_score', low: -12.31 },
      part: 'low',
      shown: '\u221212.4',
    },
  ];
  it.each(cases)('writes $what', ({ figure, part, shown }) => {
    expect(formatFigure({ ...blank, ...figure }, part)).toBe(shown);
  });
});

describe('the parts of numbers', () => {
  it('writes counts', () => {
    expect([0, 999, 1000, 1_234_567, -4, 1234.5678].map(formatCount)).toEqual([
      '0',
      '999',
      '1,000',
      '1,234,567',
      '\u22124',
      '1,234.5678',
    ]);
  });

  it('writes all and nothing as 100 and 0 percent', () => {
    expect([formatPercent(1, 20), formatPercent(0, 20)]).toEqual(['100%', '0%']);
    expect([formatShareEnd(0, 20, 'low'), formatShareEnd(1, 20, 'high')]).toEqual(['0', '100%']);
  });

  it('writes dates and periods in each language', () => {
    expect(formatDate('2025-09-03', 'zh')).toBe('2025年9月3日');
    expect(formatDate('2025-09-03', 'en')).toBe('3 September 2025');
    expect(formatPeriod('2025-Q3', 'zh')).toBe('2025年三季度');
    expect(formatPeriod('2025-Q3', 'en')).toBe('2025 Q3');
    expect(formatPeriod('2025-09', 'zh')).toBe('2025年9月');
  });
});

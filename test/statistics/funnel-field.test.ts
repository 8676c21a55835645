import { describe, expect, it } from 'vitest';
import { fieldLimits, fieldVerdict, funnelField } from '../../src/statistics/funnel-field.ts';
import { funnelLimits } from '../../src/statistics/funnel-limits.ts';

/** Units that chance alone explains, and units that scatter far more. */
const even = [
  { count: 52, base: 100 },
  { count: 47, base: 100 },
  { count: 50, base: 100 },
];
const scattered = [10, 25, 40, 60, 75, 90].map((count) => ({ count, base: 100 }));

describe('funnelField', () => {
  it('pools the units', () => {
    expect(funnelField(even)).toEqual({ rate: 149 / 300, dispersion: null });
  });

  it('needs two of them', () => {
    expect(funnelField(even.slice(0, 1))).toBeNull();
    expect(funnelField([])).toBeNull();
  });

  it('notes that they scatter more than chance lets them', () => {
    expect(funnelField(scattered)?.dispersion?.isOverdispersed).toBe(true);
  });
});

describe('fieldLimits and fieldVerdict', () => {
  it('are those of chance where chance is all there is', () => {
    const field = funnelField(even);
    if (field === null) throw new Error('no field');
    expect(fieldLimits(field, 100, 0.998)).toEqual(funnelLimits(100, field.rate, 0.998));
    expect(fieldVerdict({ count: 90, base: 100 }, field, 10)).toBe('higher');
    expect(fieldVerdict({ count: 50, base: 100 }, field, 10)).toBe('as-expected');
    expect(fieldVerdict({ count: 9, base: 9 }, field, 10)).toBe('too-few');
  });

  it('leave room where the units scatter: what chance would call far out is as expected', () => {
    const field = funnelField(scattered);
    if (field?.dispersion == null) throw new Error('no field');
    const [wide, narrow] = [fieldLimits(field, 100, 0.998), funnelLimits(100, field.rate, 0.998)];
    expect(wide?.lower).toBeLessThan(narrow?.lower ?? 0);
    expect(fieldVerdict({ count: 75, base: 100 }, field, 10)).toBe('as-expected');
    expect(fieldVerdict({ count: 9, base: 9 }, field, 10)).toBe('too-few');
    const narrowed = { ...field, dispersion: { ...field.dispersion, betweenVariance: 0.001 } };
    expect(fieldVerdict({ count: 90, base: 100 }, narrowed, 10)).toBe('higher');
    expect(fieldVerdict({ count: 10, base: 100 }, narrowed, 10)).toBe('lower');
  });
});

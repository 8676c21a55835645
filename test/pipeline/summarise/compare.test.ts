import { describe, expect, it } from 'vitest';
import { compare } from '../../../src/pipeline/summarise/compare.ts';
import { funnelSets } from '../../statistics/funnel-cases.ts';
import { unitRate } from './some-figures.ts';

const smallest = 10;

describe('compare', () => {
  // 20 departments with what R makes of them: test/reference/funnel. They scatter more than chance allows.
  const departments = funnelSets.find(({ name }) => name === 'departments20')?.expected;
  if (departments === undefined) throw new Error('no reference');
  const scattered = compare(
    departments.units.map(({ unit, x, n }) => unitRate('department', unit, x, n)),
    smallest,
  );

  it('draws the widened limits of R where the units scatter more than chance, and says so', () => {
    for (const [place, { n }] of departments.units.entries()) {
      const figure = scattered.figures[place];
      const [low, high] = departments.overdispersion_natural.limits998_additive[place] ?? [0, 0];
      const [innerLow, innerHigh] = departments.overdispersion_natural.limits95_additive[place] ?? [0, 0];
      if (n < smallest) continue;
      expect(figure?.limits).toBe('additive');
      expect(figure?.limit_low).toBeCloseTo(Math.max(0, low), 6);
      expect(figure?.limit_high).toBeCloseTo(Math.min(1, high), 6);
      expect(figure?.inner_low).toBeCloseTo(Math.max(0, innerLow), 6);
      expect(figure?.inner_high).toBeCloseTo(Math.min(1, innerHigh), 6);
      expect(figure?.centre).toBeCloseTo(departments.theta, 6);
    }
  });

  it('puts words beside a unit beyond the drawn 99.8 % line only', () => {
    for (const { status, value, comparison, limit_low, limit_high } of scattered.figures)
      if (status === 'shown')
        expect(comparison).toBe(
          (value ?? 0) > (limit_high ?? 1)
            ? 'higher'
            : (value ?? 0) < (limit_low ?? 0)
              ? 'lower'
              : 'as_expected',
        );
  });

  it('uses the exact limits where chance explains the scatter', () => {
    const even = ['a', 'b', 'c', 'd'].map((id) => unitRate('hall', id, 30, 40));
    const { figures } = compare(even, smallest);
    // R: funnel limits at n = 40, theta = 0.75 (symmetric interpolation), as funnelLimits is tested against.
    expect(figures[0]).toMatchObject({ comparison: 'as_expected', limits: 'exact', centre: 0.75 });
    expect(figures[0]?.limit_low).toBeLessThan(figures[0]?.inner_low ?? 0);
    expect(figures[0]?.limit_high).toBeGreaterThan(figures[0]?.inner_high ?? 1);
  });

  it('names a single unit far from even others, higher as well as lower', () => {
    const alike = Array.from({ length: 12 }, (_, place) => unitRate('department', `d${place}`, 50, 100));
    const word = (count: number) =>
      compare([...alike, unitRate('department', 'odd', count, 100)], smallest).figures.at(-1);
    expect(word(75)).toMatchObject({ comparison: 'higher', limits: 'exact' });
    expect(word(25)).toMatchObject({ comparison: 'lower', limits: 'exact' });
    expect(word(60)).toMatchObject({ comparison: 'as_expected' });
  });

  it('names units beyond the widened limits too', () => {
    const scatter = [20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70].map((count, place) =>
      unitRate('department', `d${place}`, count, 100),
    );
    const { figures } = compare(
      [...scatter, unitRate('department', 'high', 1000, 1000), unitRate('department', 'low', 0, 1000)],
      smallest,
    );
    expect(figures.at(-2)).toMatchObject({ comparison: 'higher', limits: 'additive' });
    expect(figures.at(-1)).toMatchObject({ comparison: 'lower', limits: 'additive' });
    expect(figures[5]).toMatchObject({ comparison: 'as_expected' });
  });

  it('says of a unit under the smallest judged base that it is too few, without limits', () => {
    const { figures } = compare([unitRate('hall', 'a', 9, 9), unitRate('hall', 'b', 30, 40)], smallest);
    expect(figures[0]).toMatchObject({
      comparison: 'too_few',
      limit_low: null,
      limit_high: null,
      limits: '',
    });
  });

  it('leaves units without cases, and a single unit, without a word', () => {
    const { figures } = compare(
      [unitRate('hall', 'a', 0, 0), unitRate('hall', 'b', 30, 40), unitRate('department', 'c', 3, 40)],
      smallest,
    );
    expect(figures.map(({ comparison }) => comparison)).toEqual(['', '', '']);
  });

  it('gives the mouth of the funnel from the smallest judged base to the largest unit, growing narrower', () => {
    const bases = scattered.funnels.map(({ base }) => base ?? 0);
    expect(bases[0]).toBe(smallest);
    expect(bases.at(-1)).toBe(Math.max(...departments.units.map(({ n }) => n)));
    expect(bases).toEqual([...new Set(bases)]);
    const widths = scattered.funnels.map(({ limit_low, limit_high }) => (limit_high ?? 1) - (limit_low ?? 0));
    expect(widths).toEqual([...widths].sort((one, other) => other - one));
  });

  it('draws no funnel where no unit reaches the smallest judged base', () => {
    const few = [unitRate('hall', 'a', 3, 9), unitRate('hall', 'b', 2, 5)];
    expect(compare(few, smallest).funnels).toEqual([]);
  });
});

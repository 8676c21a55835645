import { describe, expect, it } from 'vitest';
import { evenShare } from '../../../src/site/figures/even-share.ts';
import { fc } from '../../seeded-checks.ts';

describe('evenShare', () => {
  it('is what the large groups get when the small ones stand whole', () => {
    expect(evenShare([20, 30, 50, 60, 90, 150, 200, 1800], 1000)).toBe(400);
    expect(evenShare([1800, 1800], 1000)).toBe(500);
    expect(evenShare([700, 600, 10], 1000)).toBe(495);
  });

  it('is the size of the largest group where there is room for all', () => {
    expect(evenShare([5, 3], 8)).toBe(5);
    expect(evenShare([], 8)).toBe(0);
  });

  it('is nothing where there is less room than groups', () => {
    expect(evenShare([1, 1, 1], 2)).toBe(0);
  });

  it('is the most that fits, whatever the groups', () => {
    const taken = (sizes: readonly number[], share: number) =>
      sizes.reduce((sum, size) => sum + Math.min(size, share), 0);
    fc.assert(
      fc.property(fc.array(fc.nat(50), { minLength: 1 }), fc.nat(200), (sizes, room) => {
        const share = evenShare(sizes, room);
        expect(taken(sizes, share)).toBeLessThanOrEqual(room);
        if (share < Math.max(...sizes)) expect(taken(sizes, share + 1)).toBeGreaterThan(room);
      }),
    );
  });
});

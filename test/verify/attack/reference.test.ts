import { describe, expect, it } from 'vitest';
import { openExtremes } from '../../../src/verify/attack/extremes.ts';
import type { Knowledge } from '../../../src/verify/attack/knowledge.ts';
import { narrow } from '../../../src/verify/attack/narrow.ts';
import { readSdc, type Case } from '../../reference/read-sdc.ts';

/* Disclosure bounds computed with R (lpSolve): MANIFEST.md. The auditor must find each. */

const cases = readSdc();

/** What a reader knows, with a count for every withheld sum besides those for the atoms. */
function knowledgeOf({ atoms, published, withheld }: Case): Knowledge {
  const size = atoms.length + withheld.length;
  const ones = (count: number) => Array.from({ length: count }, () => 1);
  return {
    lows: new Float64Array(size),
    highs: new Float64Array(size).fill(Infinity),
    relations: [
      ...published.map((one) => ({
        unknowns: one.atoms,
        factors: ones(one.atoms.length),
        low: one.lo,
        high: one.hi ?? Infinity,
      })),
      ...withheld.map((one, place) => ({
        unknowns: [...one.atoms, atoms.length + place],
        factors: [...ones(one.atoms.length), -1],
        low: 0,
        high: 0,
      })),
    ],
  };
}

const extremes = await openExtremes();

describe('the bounds of the auditor', () => {
  it.each(cases)('are those of R: $id, $description', (one) => {
    const search = extremes(knowledgeOf(one));
    for (const [place, { id }] of one.withheld.entries()) {
      const expected = one.expected.find((other) => other.id === id);
      const unknown = one.atoms.length + place;
      const ends = (numbers: 'any' | 'whole') =>
        [-1, 1].map((sign) => {
          const found = search.largest(new Map([[unknown, sign]]), numbers);
          return found === null ? null : Math.abs(found.sum);
        });
      expect(ends('any')).toEqual(expected?.lp.map((end) => (end === null ? null : expect.closeTo(end, 6))));
      expect(ends('whole')).toEqual(
        expected?.int.map((end) => (end === null ? null : expect.closeTo(end, 6))),
      );
    }
    search.close();
  });

  it.each(cases)('are never narrower by subtraction alone: $id', (one) => {
    const knowledge = knowledgeOf(one);
    expect(narrow(knowledge)).toBe(true);
    for (const [place, { id }] of one.withheld.entries()) {
      const [low = 0, high = null] = one.expected.find((other) => other.id === id)?.int ?? [];
      const unknown = one.atoms.length + place;
      expect(knowledge.lows[unknown]).toBeLessThanOrEqual(low);
      expect(knowledge.highs[unknown]).toBeGreaterThanOrEqual(high ?? Infinity);
    }
  });
});

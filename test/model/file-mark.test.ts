import { describe, expect, it } from 'vitest';
import { fc } from '../seeded-checks.ts';
import { copyMoment, isCopyOf, markOf } from '../../src/model/file-mark.ts';

/** Moments of this century, in nanoseconds. */
const moment = fc.bigInt({ min: 946_684_800_000_000_000n, max: 4_102_444_800_000_000_000n });
const nanosecondsOf = (seconds: number) => BigInt(Math.round(seconds * 1e6)) * 1000n;

describe('a copy of a file', () => {
  it('is known by the moment it was given, whenever the file was written', () => {
    fc.assert(
      fc.property(moment, (mtimeNs) => {
        const copy = { size: 5n, mtimeNs: nanosecondsOf(copyMoment(mtimeNs)) };
        expect(isCopyOf(copy, markOf({ size: 5n, mtimeNs }))).toBe(true);
      }),
    );
  });

  it('is one of another file than that under a second name, which has its moment', () => {
    fc.assert(
      fc.property(moment, (mtimeNs) => {
        const file = { size: 5n, mtimeNs };
        expect(isCopyOf(file, markOf(file))).toBe(false);
      }),
    );
  });

  it('can have a copy of its own', () => {
    fc.assert(
      fc.property(moment, (mtimeNs) => {
        const copy = { size: 5n, mtimeNs: nanosecondsOf(copyMoment(mtimeNs)) };
        const copyOfCopy = { size: 5n, mtimeNs: nanosecondsOf(copyMoment(copy.mtimeNs)) };
        expect(isCopyOf(copyOfCopy, markOf(copy))).toBe(true);
        expect(isCopyOf(copyOfCopy, markOf({ size: 5n, mtimeNs }))).toBe(false);
      }),
    );
  });

  it('is none of a file of another size, or of one that was never recorded, or not as a record is written', () => {
    const copy = { size: 5n, mtimeNs: 2_500_000n };
    expect(isCopyOf(copy, '6 1700000')).toBe(false);
    expect(isCopyOf(copy, '')).toBe(false);
    expect(isCopyOf(copy, '5 spoilt')).toBe(false);
  });
});

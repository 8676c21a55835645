import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openPostings } from '../../../src/site/explorer/postings.ts';

describe('openPostings', () => {
  it('gives of each piece the findings in which it was noted, rising, each once', () => {
    const found = fc.array(fc.array(fc.nat(30), { maxLength: 40 }), { maxLength: 300 });
    fc.assert(
      fc.property(found, (findings) => {
        const postings = openPostings();
        findings.forEach((pieces, place) => {
          for (const piece of pieces) postings.note(piece, place);
        });
        const placesOf = postings.sort();
        for (let piece = 0; piece <= 31; piece += 1) {
          const expected = findings.flatMap((pieces, place) => (pieces.includes(piece) ? [place] : []));
          expect([...placesOf(piece)]).toEqual(expected);
        }
      }),
    );
  });

  it('knows what it has just noted', () => {
    const postings = openPostings();
    postings.note(7, 0);
    postings.note(7, 2);
    expect([0, 1, 2].map((place) => postings.has(7, place))).toEqual([false, false, true]);
    expect([...postings.sort()(7)]).toEqual([0, 2]);
  });
});

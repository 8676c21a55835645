import { describe, expect, it } from 'vitest';
import { join } from 'node:path';
import { keptCases } from './corpus.ts';
import type { Target } from './target.ts';
import { targets } from './targets.ts';

/* What once broke a reader, a layout or the register holds now. `npm run fuzz` finds the cases and keeps them in `corpus/`. */

const cases = Object.entries(targets).flatMap(([name, target]) =>
  keptCases(join(import.meta.dirname, 'corpus'), name).map(([file, { input }]) => ({
    file: `${name}/${file}`,
    hold: () => (target as Target<unknown>).hold(input),
  })),
);

describe('the corpus', () => {
  it('is there', () => {
    expect(cases.length).toBeGreaterThan(1);
  });

  it.each(cases)('$file holds', ({ hold }) => hold());
});

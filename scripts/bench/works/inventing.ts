import { join } from 'node:path';
import { emptied, program, type Room } from '../room.ts';
import type { Work } from '../work.ts';

const inventing = (what: 'findings' | 'responses', sizes: readonly number[]): Work => ({
  name: `inventing-${what}`,
  what: `invent ${what} and write them as drops`,
  unit: what,
  sizes,
  stepsAt: async (size, { folder }: Room) => {
    const out = join(folder, 'invented');
    const counts = what === 'findings' ? [size, 0] : [0, size];
    return [
      {
        name: 'ours',
        words: [program('inventing'), out, ...counts.map(String)],
        before: () => emptied(out),
      },
    ];
  },
});

/** The generator itself, of any size: what it takes must not spoil what it is made for. */
export const inventingWorks: readonly Work[] = [
  inventing('findings', [10_000, 100_000, 1_000_000]),
  inventing('responses', [100_000, 1_000_000, 10_000_000]),
];

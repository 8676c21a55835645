import { join } from 'node:path';
import { emptied, program, programmeIn, type ProgrammeSize, type Room } from '../room.ts';
import type { Budget, Work } from '../work.ts';

/** Room for short-lived records, as the build gives it to the process that makes the tables; see `run-apart.ts`. */
const roomForTheYoung = '--max-semi-space-size=64';

function tablesOf(
  what: 'findings' | 'responses',
  sizes: readonly number[],
  sizeOf: (size: number) => ProgrammeSize,
  budgets: readonly Budget[] = [],
): Work {
  return {
    name: `tables-of-${what}`,
    what: `from drops of ${what} to the public tables: read, check, register, count, protect, write`,
    unit: what,
    sizes,
    budgets,
    stepsAt: async (size, room: Room) => {
      const data = await programmeIn(room, sizeOf(size));
      const [cache, out] = [join(room.folder, 'records'), join(room.folder, 'tables')];
      const words = [roomForTheYoung, program('tables'), data, cache, out];
      return [
        { name: 'from nothing', words, before: () => Promise.all([emptied(cache), emptied(out)]) },
        { name: 'again, nothing new', words, before: () => emptied(out) },
      ];
    },
  };
}

const tenMillion = 10_000_000;

/** The run from drops to tables, without pages. */
export const tablesWorks: readonly Work[] = [
  tablesOf('findings', [10_000, 100_000, 1_000_000], (findings) => ({ findings, responses: 0 })),
  tablesOf('responses', [1_000_000, 3_000_000, tenMillion], (responses) => ({ findings: 0, responses }), [
    { step: 'from nothing', size: tenMillion, seconds: 60, megabytes: 1500 },
    { step: 'again, nothing new', size: tenMillion, seconds: 8, megabytes: 1500 },
  ]),
];

import { join } from 'node:path';
import { addLateRows, takeLateRows } from '../late-rows.ts';
import { emptied, program, programmeIn, type ProgrammeSize, type Room } from '../room.ts';
import type { Budget, Step, Work } from '../work.ts';

/** Room for short-lived records, as the build gives it to the process that makes the tables; see `run-apart.ts`. */
const roomForTheYoung = '--max-semi-space-size=64';

/** Of which the program says how many seconds of the processor each took. */
const stages = ['reading', 'registering', 'counting', 'writing'];

/** What comes later, in a drop of its own: one in a hundred. */
const late = 0.01;

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
      const step = { words: [roomForTheYoung, program('tables'), data, cache, out], stages };
      const afterLate: Step = {
        ...step,
        name: 'after a drop of 1 %',
        before: () => Promise.all([emptied(out), addLateRows(data, what, Math.ceil(size * late))]),
        made: async () => {
          await takeLateRows(data);
          return null;
        },
      };
      return [
        {
          ...step,
          name: 'from nothing',
          // A run that was killed leaves what came late.
          before: () => Promise.all([emptied(cache), emptied(out), takeLateRows(data)]),
        },
        { ...step, name: 'again, nothing new', before: () => emptied(out) },
        afterLate,
      ];
    },
  };
}

const tenMillion = 10_000_000;
const memory = 1500;

const million = 1_000_000;
const memoryOfFindings = 2500;

/** The run from drops to tables, without pages. */
export const tablesWorks: readonly Work[] = [
  tablesOf('findings', [10_000, 100_000, million], (findings) => ({ findings, responses: 0 }), [
    { step: 'from nothing', size: million, megabytes: memoryOfFindings },
    { step: 'after a drop of 1 %', size: million, megabytes: memoryOfFindings },
  ]),
  tablesOf('responses', [million, 3_000_000, tenMillion], (responses) => ({ findings: 0, responses }), [
    { step: 'from nothing', size: tenMillion, seconds: 60, megabytes: memory },
    { step: 'again, nothing new', size: tenMillion, seconds: 8, megabytes: memory },
    { step: 'after a drop of 1 %', size: tenMillion, seconds: 8, megabytes: memory },
  ]),
];

import { program } from '../room.ts';
import type { Work } from '../work.ts';

const halls = 9;
const periods = 12;
const responsesEach = 1_667;

const protecting: Work = {
  name: 'protecting',
  what: `protect one question in five linked tables of departments, ${halls} halls, 4 channels and ${periods} periods`,
  unit: 'departments',
  sizes: [15, 30, 60],
  budgets: [{ step: 'ours', size: 60, seconds: 30 }],
  stepsAt: async (departments) => [
    {
      name: 'ours',
      words: [
        program('protecting'),
        ...[departments, halls, periods, departments * responsesEach].map(String),
      ],
    },
  ],
};

const sizes = [10_000, 100_000, 1_000_000];

const exploring: Work = {
  name: 'exploring',
  what: 'write the files of the explorer, and answer a reader who has fetched nothing yet',
  unit: 'findings',
  sizes,
  budgets: sizes.map((size) => ({ step: 'ours', size, said: { milliseconds: 200, kilobytes: 300 } })),
  stepsAt: async (findings) => [
    { name: 'ours', words: ['--max-old-space-size=6000', program('exploring'), String(findings)] },
  ],
};

/** Parts that are measured on invented input of their own. */
export const partWorks: readonly Work[] = [protecting, exploring];

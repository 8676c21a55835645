import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exitCodes } from '../../console.ts';
import { hostileFiles } from '../hostile-files.ts';
import { command, emptied, keptRecords, program, programmeIn, type Room } from '../room.ts';
import type { Work } from '../work.ts';

/** What a thread that takes a large drop may hold, and how its room is kept; see `take-apart.ts`. */
const roomOfThread = [
  '--max-old-space-size=1024',
  '--max-semi-space-size=12',
  '--no-allocation-site-pretenuring',
];

const surveySizes = [100_000, 1_000_000, 10_000_000];

async function surveysIn(data: string): Promise<string[]> {
  const names = await readdir(join(data, 'drops'));
  return names
    .filter((name) => name.startsWith('survey-'))
    .sort()
    .map((name) => join(data, 'drops', name));
}

const reading: Work = {
  name: 'reading',
  what: 'read, recognise and check the drops of a survey, nothing kept',
  unit: 'responses',
  sizes: surveySizes,
  rounds: 3,
  budgets: surveySizes.map((size) => ({
    ...{ step: 'ours', size, megabytes: 400 },
    times: { most: 2.5, than: 'Papa Parse' },
  })),
  stepsAt: async (size, room) => {
    const data = await programmeIn(room, { findings: 0, responses: size });
    const files = await surveysIn(data);
    return [
      { name: 'Papa Parse', peer: true, words: [program('papa'), ...files] },
      { name: 'ours', words: [...roomOfThread, program('reading'), data, ...files] },
      { name: 'DuckDB', peer: true, words: [program('duckdb'), ...files] },
    ];
  },
};

const registering: Work = {
  name: 'registering',
  what: 'check the drops of a survey, keep their records and register them: `npm run check -- --no-changes`',
  unit: 'responses',
  sizes: surveySizes,
  budgets: surveySizes.map((size) => ({ step: 'ours', size, megabytes: 400 })),
  stepsAt: async (size, room) => {
    const data = await programmeIn(room, { findings: 0, responses: size });
    return [
      {
        name: 'ours',
        words: [command('check'), '--data', data, '--no-changes'],
        before: () => rm(keptRecords, { recursive: true, force: true }),
      },
    ];
  },
};

/** A programme whose one drop has two faults in each row. */
async function faultyProgramme(room: Room, rows: number): Promise<string> {
  const programme = await programmeIn(room, { findings: 600, responses: 0 });
  const data = await emptied(join(room.folder, 'faulty'));
  await mkdir(join(data, 'drops'));
  await cp(join(programme, 'programme.yaml'), join(data, 'programme.yaml'));
  await cp(join(programme, 'lookup'), join(data, 'lookup'), { recursive: true });
  const lines = Array.from({ length: rows }, (_, place) => `R${place},2025-99-99,nobody${place},active\n`);
  await writeFile(
    join(data, 'drops', 'faulty.csv'),
    `response_id,submitted_on,department,origin\n${lines.join('')}`,
  );
  return data;
}

const faults: Work = {
  name: 'faults',
  what: 'check rows with two faults each, all of them told as JSON',
  unit: 'rows',
  sizes: [30_000, 100_000, 300_000],
  budgets: [{ step: 'ours', size: 300_000, megabytes: 400 }],
  stepsAt: async (size, room) => [
    {
      name: 'ours',
      words: [command('check'), '--data', await faultyProgramme(room, size), '--no-changes', '--json'],
      before: () => rm(keptRecords, { recursive: true, force: true }),
      expected: exitCodes.data,
    },
  ],
};

const hostile: Work = {
  name: 'hostile',
  what: 'read a hostile file to its end or its refusal',
  unit: 'MB',
  sizes: [1, 4, 16],
  onlyWorst: true,
  stepsAt: async (size, room) => {
    const folder = join(room.folder, 'hostile');
    await mkdir(folder, { recursive: true });
    return Object.entries(hostileFiles).map(([name, make]) => ({
      name,
      words: [program('reading-once'), join(folder, 'file')],
      before: () => writeFile(join(folder, 'file'), make(size)),
    }));
  },
};

/** Reading drops, beside those who read nothing else. */
export const readingWorks: readonly Work[] = [reading, registering, faults, hostile];

import { cp, glob, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { root } from '../../console.ts';
import { holdBack } from '../hold-back.ts';
import {
  bundles,
  command,
  emptied,
  keptRecords,
  programmeIn,
  putAway,
  type ProgrammeSize,
  type Room,
} from '../room.ts';
import type { Budget, Step, Work } from '../work.ts';

/* The browser belongs to the tests, and so does what looks at a site with it. */
const lighthouse = join(root, 'test', 'browser', 'lighthouse.ts');

/** What the processes of a build do. */
const parts = {
  'run-process.ts': 'the tables',
  'package-process.ts': 'their downloads',
  'astro.mjs': 'bundling the site',
  'prerender-entry.mjs': 'the pages',
  'build.ts': 'planning, search of words, proof and placing',
};

/** What is held back at first and comes as later drops: one in a hundred. */
const late = 0.01;

/** Up to when the data speak once the drop has come. That day moves with every drop: with `cutoff: latest`, or as the office writes it. */
const laterCutoff = '2026-10-09';

async function moveCutoff(data: string): Promise<void> {
  const file = join(data, 'programme.yaml');
  const before = await readFile(file, 'utf8');
  const after = before.replace(/^cutoff: .*$/m, `cutoff: ${laterCutoff}`);
  // Unmoved, the easier thing would be measured under the name of the harder one.
  if (after === before) throw new Error(`${file} has no cutoff that could be moved`);
  await writeFile(file, after);
}

/** Whoever builds has had the drops for a while. One written within three seconds is not trusted, and read again the next time. */
const atRest = 4000;

/** How long a spare is waited for at the most: what a process that was killed has left is never ready. */
const patience = 600_000;

/** For so long a disk without a journal looks past each file that was removed, and a new one costs it ten times as much. */
const remembered = 310_000;

/** Whoever builds again has had the site for a while: its spare has been made, beside nothing else, and the disk is at rest. */
async function spareMade(): Promise<void> {
  const making = join(root, '.cache', 'sites', '*.spare', 'making-*');
  const isMaking = async () => (await Array.fromAsync(glob(making))).length > 0;
  const end = performance.now() + patience;
  if (!(await isMaking())) return;
  while ((await isMaking()) && performance.now() < end) await wait(500);
  await wait(remembered);
}

/** Builds of a programme: the first without its last hundredth, which then comes. */
async function buildsOf(size: ProgrammeSize, room: Room): Promise<{ steps: Step[]; site: string }> {
  const programme = await programmeIn(room, size);
  const data = join(room.folder, 'programme');
  const site = join(room.folder, 'site');
  const giveBack: (() => Promise<void>)[] = [];
  const words = [command('build'), '--data', data, '--out', site];
  const begin = async () => {
    await spareMade();
    for (const folder of [site, data]) await putAway(room, folder);
    for (const folder of [keptRecords, bundles]) await rm(folder, { recursive: true, force: true });
    await emptied(data);
    await cp(programme, data, { recursive: true });
    giveBack.push(await holdBack(data, Math.ceil(size.findings * late), Math.ceil(size.responses * late)));
    await wait(atRest);
  };
  const comes = async () => {
    await spareMade();
    await giveBack.at(-1)?.();
    await moveCutoff(data);
  };
  return {
    site,
    steps: [
      { name: 'from nothing', words, parts, before: begin },
      { name: 'after a drop of 1 %', words, parts, before: comes },
      { name: 'again, nothing new', words, parts, before: spareMade },
    ],
  };
}

const budgets = (size: number, first: Omit<Budget, 'step' | 'size'>, changed: number): Budget[] => [
  { step: 'from nothing', size, ...first },
  { step: 'after a drop of 1 %', size, seconds: changed },
];

const building: Work = {
  name: 'building',
  what: 'build the whole site of a register, 2 languages, 60 departments, no survey',
  unit: 'findings',
  sizes: [1_000, 10_000, 100_000],
  budgets: budgets(100_000, { seconds: 240, megabytes: 2500 }, 40),
  stepsAt: async (findings, room) => (await buildsOf({ findings, responses: 0 }, room)).steps,
};

const responsesEach = 100;

const city: Work = {
  name: 'city',
  what: 'build the whole site of a city with 100 responses to each finding, 2 languages, 60 departments',
  unit: 'findings',
  sizes: [10_000],
  budgets: [
    ...budgets(10_000, { seconds: 60, megabytes: 1500 }, 15),
    {
      step: `from nothing: ${parts['package-process.ts']}`,
      size: 10_000,
      ofRest: { most: 25, step: 'from nothing' },
    },
  ],
  stepsAt: async (findings, room) => {
    const { steps, site } = await buildsOf({ findings, responses: findings * responsesEach }, room);
    return [
      ...steps,
      { name: 'counted again from its public files', words: [command('verify'), '--site', site] },
      { name: 'Lighthouse', words: [lighthouse, '--site', site], says: true },
    ];
  },
};

/** Whole builds. */
export const buildingWorks: readonly Work[] = [building, city];

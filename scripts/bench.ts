import { writeFile } from 'node:fs/promises';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { commitOf } from '../src/pipeline/commit-of.ts';
import { chartOf } from './bench/chart.ts';
import { linesOf, missesOf } from './bench/lines.ts';
import { installPeers, isInstalled } from './bench/peers/install.ts';
import { chartFile, writeReadme } from './bench/readme.ts';
import { keepResults, readResults } from './bench/results.ts';
import { clearAway } from './bench/room.ts';
import { runWorks } from './bench/run-works.ts';
import { tableOf } from './bench/table.ts';
import { works as all } from './bench/works.ts';
import { pagePeers } from './bench/works/pages.ts';
import { exitCodes, parameters, root, runCommand, sayIn } from './console.ts';

/*
 * The measurements in the README: every part of the project at sizes of its own, each in processes of its own, beside what others
 * take for the same work. What was measured stays in `.cache/bench`; a run that is stopped goes on where it was.
 */

const usage = `npm run bench [-- --list --only NAME,NAME --sizes N,N --rounds N --again --peers --limit SECONDS --memory MB --readme]

  --list      says what can be measured, and measures nothing
  --only      only these
  --sizes     at these sizes instead of its own
  --rounds    each so often; the middle one counts
  --again     forgets what was measured of these before
  --peers     installs Astro, Eleventy and Observable Framework beside the project first, to render the same pages
  --limit     what takes longer is stopped and counts as missed (7,200 seconds)
  --memory    what holds more is stopped and counts as missed (three quarters of what the machine has)
  --readme    writes the table and the chart of what was measured into the README, and measures nothing`;

const given = parameters(
  {
    list: { type: 'boolean', default: false },
    only: { type: 'string' },
    sizes: { type: 'string' },
    rounds: { type: 'string' },
    again: { type: 'boolean', default: false },
    peers: { type: 'boolean', default: false },
    limit: { type: 'string', default: '7200' },
    memory: { type: 'string', default: String(Math.floor((0.75 * totalmem()) / 2 ** 20)) },
    readme: { type: 'boolean', default: false },
  },
  usage,
);

type Given = NonNullable<typeof given>;

/** A wrong use, in words. */
class WrongUse extends Error {}

function numbersIn(option: string, text: string): number[] {
  const numbers = text.split(',').map((one) => Number(one.replaceAll('_', '')));
  if (numbers.every((one) => Number.isSafeInteger(one) && one > 0)) return numbers;
  throw new WrongUse(`--${option} takes whole numbers above 0, not “${text}”`);
}

function chosen(only: string | undefined) {
  const names = only?.split(',');
  const unknown = names?.find((name) => !all.some((work) => work.name === name));
  if (unknown === undefined) return all.filter(({ name }) => names?.includes(name) ?? true);
  throw new WrongUse(
    `there is nothing called “${unknown}” to measure, only ${all.map(({ name }) => name).join(', ')}`,
  );
}

async function main({
  list,
  only,
  sizes,
  rounds,
  again,
  peers,
  limit,
  memory,
  readme,
}: Given): Promise<number> {
  // The README tells of everything.
  const works = readme ? all : chosen(only);
  const [seconds = 0] = numbersIn('limit', limit);
  const [megabytes = 0] = numbersIn('memory', memory);
  if (list) {
    for (const { name, what, unit, sizes: usual } of works)
      console.log(
        `${name.padEnd(20)} ${what}\n${''.padEnd(20)} ${usual.map((size) => size.toLocaleString('en-US')).join(', ')} ${unit}`,
      );
    return exitCodes.well;
  }
  const folder = join(root, '.cache', 'bench');
  const results = join(folder, 'results.jsonl');
  if (!readme) {
    if (peers) await installPeers(folder, pagePeers);
    const missing = pagePeers.filter((peer) => !isInstalled(folder, peer)).map(({ name }) => name);
    if (missing.length > 0) console.log(`Not compared with ${missing.join(', ')}: --peers installs them.`);
    if (again) await keepResults(results, ({ work }) => !works.some(({ name }) => name === work));
    const room = { folder };
    await runWorks(works, {
      ...{ room, results, limits: { seconds, megabytes }, commit: commitOf(root) },
      sizes: sizes === undefined ? null : numbersIn('sizes', sizes),
      rounds: rounds === undefined ? null : (numbersIn('rounds', rounds)[0] ?? null),
      say: (line) => console.log(line),
    });
    await clearAway(room);
  }
  const measured = readResults(results).filter(({ work }) => works.some(({ name }) => name === work));
  if (measured.length === 0) {
    console.error('Nothing was measured yet: run npm run bench first.');
    return exitCodes.usage;
  }
  const table = tableOf(works, measured);
  await writeFile(join(readme ? root : folder, chartFile), chartOf(works, measured));
  if (readme) await writeReadme(join(root, 'README.md'), table);
  console.log(`\n${table}`);
  const lines = linesOf(works, measured);
  const missed = lines.map((line) => ({ line, misses: missesOf(line, lines) }));
  for (const { line, misses } of missed)
    if (misses.length > 0) console.log(`\nmissed: ${line.work.name}, ${line.step}: ${misses.join(', ')}`);
  for (const { step, output } of measured) if (output !== '') console.log(`\n${step}:\n${output.trim()}`);
  return exitCodes.well;
}

// What is being measured ends with us.
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => process.exit(exitCodes.fault));

if (given !== null)
  await runCommand(sayIn('en'), async () => {
    try {
      return await main(given);
    } catch (error) {
      if (!(error instanceof WrongUse)) throw error;
      console.error(`${error.message}\n\n${usage}`);
      return exitCodes.usage;
    }
  });

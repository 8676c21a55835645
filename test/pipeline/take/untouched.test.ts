import { readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it, onTestFinished, vi } from 'vitest';
import type { Settings } from '../../../src/model/settings.ts';
import { programmeKey } from '../../../src/pipeline/programme-key.ts';
import { takeDrops } from '../../../src/pipeline/take/take-drops.ts';
import { openUntouched } from '../../../src/pipeline/take/untouched.ts';
import { smallSettings } from '../small-settings.ts';
import { runFolder, writeProgramme } from '../small-programme.ts';

afterEach(() => {
  vi.useRealTimers();
});

const survey = (day: string) => `response_id,submitted_on,department,origin\nR1,${day},tax,active\n`;

/** A programme with one drop, and where it is written down what became of it. */
async function programme() {
  const folder = await writeProgramme({ 'drops/1.csv': survey('2025-03-01') });
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const cache = join(folder, 'cache');
  return { folder, cache, memory: join(cache, `untouched-${programmeKey(folder)}.json`) };
}

const old = { dev: 1n, ino: 2n, size: 3n, mtimeNs: 4n, ctimeNs: 5n };

/** A drop whose file is in an old state, what is remembered of it, and how to find that in another state. */
async function remembered() {
  const made = await programme();
  await runFolder(made.folder, { tables: null });
  const taking = { data: made.folder, cache: made.cache, settings: smallSettings() };
  const { kept } = await takeDrops(['1.csv'], taking, { tell: () => {}, seeProgress: () => {} });
  const open = (state: typeof old, settings: Settings = taking.settings) =>
    openUntouched({ ...taking, settings }, new Map([['1.csv', state]]));
  const remember = async (state: typeof old) => {
    const untouched = await open(state);
    untouched.remember('1.csv', kept);
    await untouched.close();
  };
  const find = async (state: typeof old, settings?: Settings) => (await open(state, settings)).find('1.csv');
  await remember(old);
  return { ...made, kept, remember, find };
}

it('gives the records of a drop as long as nothing of its file has changed', async () => {
  const { kept, find } = await remembered();
  expect(kept).toHaveLength(1);
  expect(await find(old)).toEqual(kept);
  for (const name of Object.keys(old)) expect(await find({ ...old, [name]: 9n }), name).toBeNull();
});

it('gives nothing where other settings decide, where what was written down is spoilt, or where the records are gone', async () => {
  const { kept, memory, find } = await remembered();
  expect(await find(old, smallSettings({ questions: [] }))).toBeNull();
  const text = await readFile(memory, 'utf8');
  await writeFile(memory, text.replace('"1.csv"', '"2.csv"'));
  expect(await find(old)).toBeNull();
  await writeFile(memory, text);
  expect(await find(old)).not.toBeNull();
  await rm(kept[0]?.folder ?? '', { recursive: true });
  expect(await find(old)).toBeNull();
});

it('does not trust a file that was touched a moment ago: it may be touched again within one tick of the clock', async () => {
  const { remember, find } = await remembered();
  const justNow = { ...old, ctimeNs: BigInt(Date.now()) * 1_000_000n };
  await remember(justNow);
  expect(await find(justNow)).toBeNull();
});

it('sees another content of the same length and date', async () => {
  const { folder, memory } = await programme();
  const path = join(folder, 'drops', '1.csv');
  const late = async () => {
    const { outcome } = await runFolder(folder, { tables: null, cutoff: '2025-02-01' });
    return outcome.problems.some(({ code }) => code === 'after-cutoff');
  };
  // A while later: the file is at rest.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 });
  expect(await late()).toBe(true);
  expect(await readFile(memory, 'utf8')).toContain('"1.csv"');
  expect(await late()).toBe(true);
  const { atime, mtime } = await stat(path);
  await writeFile(path, survey('2025-01-01'));
  await utimes(path, atime, mtime);
  expect(await late()).toBe(false);
});

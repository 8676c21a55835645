import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Packaging } from '../../src/pipeline/apart/package-apart.ts';
import type { ParquetTask } from '../../src/pipeline/package/parquet-form.ts';
import { Overtaken } from '../../src/pipeline/refused-release.ts';
import { republish } from '../../src/pipeline/publish/republish.ts';
import { earlierOf, readReleases } from '../../src/pipeline/releases/read-releases.ts';
import { settleUnpublished } from '../../src/pipeline/releases/unpublished.ts';
import { run, type Outcome, type RunOptions } from '../../src/pipeline/run.ts';
import { filesIn } from '../../src/verify/files-in.ts';
import { seededRandom } from '../../src/statistics/seeded-random.ts';
import { verify } from '../../src/verify/verify.ts';
import { releaseQuickly } from './release-quickly.ts';

/*
 * A release that dies. Fifty times inside this process: at one of the steps that change the disk everything ends, as when
 * the power goes, and the step itself stays half done. A few times the process is killed indeed.
 */

/** The changes of the disk so far, and whether all ends at the last of them. */
const life = vi.hoisted(() => ({
  steps: [] as string[],
  ends: (): boolean => false,
  ended: '',
  exchanges: true,
}));

type Change = (...parameters: unknown[]) => unknown;

/** A module of the file system whose changes end with life. A write that is cut off leaves half a file. */
const mortal = vi.hoisted(() => (real: Record<string, unknown>, names: readonly string[]) => {
  const until = (name: string): Change => {
    const change = real[name] as Change;
    const paths = /^(?:rename|cp|copy|link|swap)/.test(name) ? 2 : 1;
    return (...parameters) => {
      life.steps.push([name, ...parameters.slice(0, paths)].join(' '));
      if (life.ended === '' && !life.ends()) return change(...parameters);
      if (life.ended === '' && name.startsWith('writeFile')) {
        const [path, content] = parameters as [string, string | Buffer];
        (real['writeFileSync'] as Change)(path, Buffer.from(content).subarray(0, content.length / 2));
      }
      life.ended ||= life.steps.at(-1) ?? name;
      const dead = new Error(`it died at ${name} ${String(parameters[0])}`);
      if (name.endsWith('Sync')) throw dead;
      return Promise.reject(dead);
    };
  };
  const changes = Object.fromEntries(names.map((name) => [name, until(name)]));
  return { ...real, ...changes, default: { ...real, ...changes } };
});

vi.mock('node:fs/promises', async (original) => {
  const { writeFileSync: write } = await vi.importActual<typeof import('node:fs')>('node:fs');
  const names = ['mkdir', 'mkdtemp', 'rename', 'cp', 'rm', 'writeFile'];
  return mortal({ ...(await original<object>()), writeFileSync: write }, names);
});
vi.mock('node:fs', async (original) =>
  mortal(await original(), [
    'mkdirSync',
    'renameSync',
    'rmSync',
    'writeFileSync',
    'linkSync',
    'copyFileSync',
  ]),
);

/** A disk that exchanges two folders, or one that does not know how. */
vi.mock('fs-native-extensions', async (original) => {
  const { swapSync, ...rest } = mortal(await original(), ['swapSync']) as object as Record<string, Change>;
  return {
    ...rest,
    swapSync: (...folders: unknown[]) => {
      if (!life.exchanges) throw Object.assign(new Error('no exchange'), { code: 'EINVAL' });
      return swapSync?.(...folders);
    },
  };
});

/** In this process, so that life ends in the downloads, too. */
vi.mock('../../src/pipeline/apart/package-apart.ts', async () => {
  const { packageTables } = await import('../../src/pipeline/package/package.ts');
  const { placeReleases } = await import('../../src/pipeline/releases/place-releases.ts');
  return {
    packageApart: async ({ tables, data }: Packaging) => {
      await packageTables(tables);
      await placeReleases(data, join(tables, 'releases'));
    },
  };
});

// The proof only reads the finished site, the index of words writes into it before it is anywhere to be seen.
vi.mock('../../src/pipeline/pages/index-pages.ts', () => ({ indexPages: async () => {} }));
vi.mock('../../src/pipeline/prove/prove-apart.ts', () => ({ proveApart: async () => {} }));
vi.mock('../../src/pipeline/prove/prove-pages.ts', () => ({ provePages: async () => {} }));
vi.mock('../../src/pipeline/prove/proven.ts', () => ({
  downloadsFolder: 'data',
  readProven: async () => {},
}));

// Two slow forms are files like the others here, and the tables of single departments are left out: they are tested elsewhere.
vi.mock('../../src/pipeline/package/parquet-form.ts', async () => {
  const { writeFileSync: write } = await import('node:fs');
  return {
    writeParquet: async (tasks: readonly ParquetTask[]) => {
      for (const { parquet } of tasks) write(parquet, 'a form');
    },
  };
});
vi.mock('../../src/pipeline/package/own-tables.ts', () => ({ takeOwnTables: () => [] }));
vi.mock('../../src/pipeline/package/workbook-form.ts', async () => {
  const { writeFileSync: write } = await import('node:fs');
  return {
    workbookName: 'tables.xlsx',
    openTablesBook: (path: string) => ({ table: () => () => {}, close: () => write(path, 'a form') }),
  };
});

const moments = 50;

let folder = '';
const data = () => join(folder, 'data');
const site = () => join(folder, 'site');

/** Two states of the programme, between which releases go to and fro, so that each has something to tell. */
const states: { readonly outcome: Outcome; readonly files: Readonly<Record<string, Uint8Array>> }[] = [];

async function readState(): Promise<void> {
  const tables = join(folder, `tables-${states.length}`);
  const outcome = await run({ data: data(), cache: join(folder, 'cache'), tables, version: '0.0.0' });
  expect(outcome.published).toBe(true);
  const names = readdirSync(join(tables, 'latest'));
  const files = names.map((name) => [name, readFileSync(join(tables, 'latest', name))] as const);
  states.push({ outcome, files: Object.fromEntries(files) });
}

/** The releases that are recorded; what a release tries the disk with is none of them. */
function numbers(): string[] {
  const home = join(data(), 'releases');
  return existsSync(home) ? readdirSync(home).filter((name) => /^\d+$/.test(name)) : [];
}

/** Releases the state that was not released last. */
async function releaseNext(): Promise<void> {
  const { outcome, files } = states[numbers().length % 2] ?? {};
  if (outcome === undefined || files === undefined) throw new Error('there are two states');
  const make = async ({ tables }: RunOptions): Promise<Outcome> => {
    const { releases } = await readReleases(data());
    await republish(tables ?? '', files, await earlierOf(releases), ['zh', 'en']);
    return outcome;
  };
  const { record } = await releaseQuickly(folder, { make, judge: async () => {} });
  expect(record).not.toBeNull();
}

/** A process that is no more: what a release that died has marked and claimed must not name one that lives. */
const gone = spawnSync(process.execPath, ['-e', '']).pid;

/**
 * Releases until life ends, which is told by the step that it ended at, '' where it went on to the end; what it marked as being made is left by a
 * process that is no more.
 */
async function releaseUntil(ends: () => boolean): Promise<string> {
  Object.assign(life, { steps: [], ends, ended: '' });
  await releaseNext().catch((error: Error) => {
    if (life.ended === '') throw error;
  });
  const { ended } = life;
  Object.assign(life, { ends: () => false, ended: '' });
  const marks = numbers().map((number) => join(data(), 'releases', number, 'unpublished.json'));
  for (const mark of [...marks, `${site()}.at-work`]) {
    const text = existsSync(mark) ? readFileSync(mark, 'utf8') : '';
    // What was cut off while it was written stays so.
    if (text.endsWith('}'))
      writeFileSync(mark, JSON.stringify({ ...(JSON.parse(text) as object), process: gone }));
  }
  return ended;
}

/**
 * The site that stands: always in its place where two folders change places in one step. Elsewhere a release that died between two
 * renames leaves it under its second name, where the next one finds it.
 */
const standing = () => (life.exchanges || existsSync(site()) ? site() : `${site()}.previous`);

/** The site that was verified last: one that nobody has replaced is not counted again. */
let verified = '';

async function expectWhole(moment: string): Promise<void> {
  expect(await settleUnpublished(data()), moment).toBeNull();
  const { releases, problems } = await readReleases(data());
  expect(problems, moment).toEqual([]);
  const published = readdirSync(join(standing(), 'data', 'releases'));
  expect(published.length, moment).toBe(releases.length);
  const { ino, mtimeNs } = statSync(standing(), { bigint: true });
  if (verified === `${ino} ${mtimeNs}`) return;
  expect((await verify(await filesIn(standing()))).differences, moment).toEqual([]);
  verified = `${ino} ${mtimeNs}`;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhaocha-killed-'));
  await cp(join(import.meta.dirname, '..', 'programmes', 'small'), data(), { recursive: true });
  await readState();
  writeFileSync(
    join(data(), 'drops', 'later.csv'),
    'finding_id,event,on,by,note_zh\n2026-002,claimed,2026-02-27,department,已扩容。\n',
  );
  await readState();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Whether a change touches anything but the private folders in which a release is made. */
function isOutside(step: string): boolean {
  const [name = '', ...paths] = step.split(' ');
  const touched = name === 'cp' ? paths.slice(1) : paths;
  return touched.some((path) => !/making-(?!way)|rendering|parquet-|probe/.test(path));
}

/** A change by a name that it has in every release. */
const named = (step: string) =>
  step
    .replaceAll(/making-way-[\w-]{36}/g, 'making-way')
    .replaceAll(/making-\w{6}/g, 'making')
    .replaceAll(/releases\/\d+/g, 'releases/N');

const isAt = (step: string) => () => named(life.steps.at(-1) ?? '') === step;

describe('a release that dies', () => {
  it('leaves a site that verifies and a whole ledger at each of fifty moments, and the next one is made', async () => {
    await releaseNext();
    expect(await releaseUntil(() => false)).toBe('');
    await expectWhole('nobody died');
    const all = life.steps.length;
    const seen = [...new Set(life.steps.filter(isOutside).map(named))];
    const random = seededRandom(2026);
    const deaths: string[] = [];
    const dieAt = async (ends: () => boolean) => {
      const died = await releaseUntil(ends);
      await expectWhole(died);
      if (died !== '') deaths.push(named(died));
    };
    // Every change that can be seen from outside, then others by lot.
    for (const step of seen) await dieAt(isAt(step));
    expect(deaths).toEqual(seen);
    for (const turningPoint of [
      `rename ${data()}/proofs/.making/release ${data()}/releases/N`,
      `swapSync ${site()}.making/site ${site()}`,
      `renameSync ${site()}.making/site ${site()}.making-way`,
      `rm ${data()}/releases/N/unpublished.json`,
    ])
      expect(deaths).toContain(turningPoint);
    while (deaths.length < moments) {
      const at = Math.ceil(random() * all);
      await dieAt(() => life.steps.length === at);
    }
    await releaseNext();
    await expectWhole('the last');
  });

  it('leaves them between the two renames of a disk that exchanges nothing, too', async () => {
    life.exchanges = false;
    for (const step of [
      `renameSync ${site()} ${site()}.previous`,
      `renameSync ${site()}.making/site ${site()}`,
      `renameSync ${site()}.previous ${site()}.making-way`,
    ]) {
      expect(named(await releaseUntil(isAt(step)))).toBe(step);
      await expectWhole(step);
    }
    await releaseNext();
    await expectWhole('the last');
    life.exchanges = true;
  });

  it('is taken back by the next command when its process was killed, and gives way while it lives', async () => {
    const before = numbers();
    writeFileSync(
      join(data(), 'drops', 'last.csv'),
      'finding_id,event,on,by,note_zh\n2026-002,confirmed,2026-03-02,officer,好了。\n',
    );
    const program = join(import.meta.dirname, 'release-quickly.ts');
    const child = spawn(process.execPath, [program, folder], { stdio: 'ignore' });
    const ended = new Promise((done) => child.on('exit', done));
    await vi.waitUntil(() => numbers().length > before.length, { timeout: 200_000, interval: 20 });
    expect(await settleUnpublished(data())).toBe(join(data(), 'releases', String(before.length + 1)));
    await expect(releaseNext()).rejects.toBeInstanceOf(Overtaken);
    child.kill('SIGKILL');
    await ended;
    await expectWhole('killed');
    expect(numbers()).toEqual(before);
  });
});

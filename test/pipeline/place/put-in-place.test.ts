import { spawn, type SpawnOptions } from 'node:child_process';
import { EventEmitter } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { exchange } from '../../../src/pipeline/place/exchange.ts';
import { clearAway, recover, swap } from '../../../src/pipeline/place/put-in-place.ts';

/** What the disk answers to an exchange; null where it does as it can. */
const disk = vi.hoisted(() => ({ refusesWith: null as string | null }));

vi.mock('fs-native-extensions', async (original) => {
  const { swapSync } = await original<typeof import('fs-native-extensions')>();
  return {
    swapSync: (from: string, to: string) => {
      if (disk.refusesWith !== null) throw Object.assign(new Error('refused'), { code: disk.refusesWith });
      swapSync(from, to);
    },
  };
});

/** Whether what was replaced is taken away: a process for each swap would leave no time for many. */
const clearing = vi.hoisted(() => ({ takesPlace: true }));

vi.mock('node:child_process', async (original) => {
  const real = await original<typeof import('node:child_process')>();
  return {
    ...real,
    spawn: (program: string, parameters: readonly string[], options: SpawnOptions = {}) =>
      options.detached === true && !clearing.takesPlace
        ? Object.assign(new EventEmitter(), { unref: () => {} })
        : real.spawn(program, parameters, options),
  };
});

let folder: string;
const out = () => join(folder, '网站');
const mark = 'index.html';

/** A folder as a build leaves it: a page that says which build it was. */
function make(build: string): string {
  const site = join(folder, `网站.making-${build}`, 'site');
  mkdirSync(site, { recursive: true });
  writeFileSync(join(site, mark), build);
  return site;
}

const stands = () => readFileSync(join(out(), mark), 'utf8');
/** What lies beside the site, but the folders in which the new ones were made. */
const beside = () =>
  readdirSync(folder).filter((name) => name !== basename(out()) && !/making-\d/.test(name));

beforeEach(() => {
  disk.refusesWith = null;
  clearing.takesPlace = true;
  folder = mkdtempSync(join(tmpdir(), 'zhaocha-in-place-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const canExchange = await (async () => {
  const home = mkdtempSync(join(tmpdir(), 'zhaocha-exchange-'));
  try {
    for (const name of ['one', 'other']) mkdirSync(join(home, name));
    return await exchange(join(home, 'one'), join(home, 'other'));
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
})();

describe('exchange', () => {
  it('is had on Linux and macOS', () => {
    expect(canExchange).toBe(process.platform !== 'win32');
  });

  it.each(['EINVAL', 'ENOSYS', 'ENOTSUP'])('moves nothing on a disk that answers %s', async (code) => {
    disk.refusesWith = code;
    const [one, other] = [make('1'), make('2')];
    expect(await exchange(one, other)).toBe(false);
    expect([one, other].map((site) => readFileSync(join(site, mark), 'utf8'))).toEqual(['1', '2']);
  });
});

describe.each([
  ['where the disk can exchange two folders', null],
  ['where it cannot', 'EINVAL'],
])('swap %s', (_, refusesWith) => {
  beforeEach(() => {
    disk.refusesWith = refusesWith;
  });

  it('puts a first site where none was, and each later one in the place of the last, which is cleared away', async () => {
    for (const build of ['1', '2', '3']) {
      const replaced = await swap(make(build), out(), mark);
      expect(stands()).toBe(build);
      expect(replaced === null).toBe(build === '1');
      if (replaced !== null) clearAway(replaced, out());
    }
    await expect.poll(beside).toEqual([]);
    expect(readdirSync(join(folder, '网站.making-3'))).toEqual([]);
  });

  it('leaves the last site where the new one is not there', async () => {
    await swap(make('1'), out(), mark);
    await expect(swap(join(folder, 'nowhere'), out(), mark)).rejects.toThrow('ENOENT');
    expect(stands()).toBe('1');
  });
});

it('takes back the last site where something died between two renames', async () => {
  await swap(make('1'), `${out()}.previous`, mark);
  recover(out(), mark);
  expect(stands()).toBe('1');
});

/** Reads a page again and again until a file is there, and says how often it found it, and how often not. */
const reader = `
  const { existsSync, readFileSync } = require('node:fs');
  const [page, end] = process.argv.slice(1);
  const count = { found: 0, missing: 0, builds: new Set() };
  process.stderr.write('reads');
  while (!existsSync(end))
    for (let reading = 0; reading < 50; reading += 1)
      try { count.builds.add(readFileSync(page, 'utf8')); count.found += 1; } catch { count.missing += 1; }
  console.log(JSON.stringify({ ...count, builds: count.builds.size }));
`;

it.skipIf(!canExchange)('never leaves a reader without a site', async () => {
  clearing.takesPlace = false;
  await swap(make('0'), out(), mark);
  const end = join(folder, 'end');
  const reading = spawn(process.execPath, ['-e', reader, join(out(), mark), end]);
  onTestFinished(() => void reading.kill());
  const { stdout, stderr } = reading;
  const said = text(stdout);
  await new Promise((done) => stderr.once('data', done));
  for (let build = 1; build <= 600; build += 1) await swap(make(String(build)), out(), mark);
  writeFileSync(end, '');
  const { found, missing, builds } = JSON.parse(await said) as Record<string, number>;
  expect(missing).toBe(0);
  expect(found).toBeGreaterThan(100);
  expect(builds).toBeGreaterThan(1);
  expect(existsSync(out())).toBe(true);
});

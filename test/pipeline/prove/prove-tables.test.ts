import { readdirSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { provePages } from '../../../src/pipeline/prove/prove-pages.ts';
import { proveTables } from '../../../src/pipeline/prove/prove-tables.ts';
import { readProven, writeProven } from '../../../src/pipeline/prove/proven.ts';
import { attackedProgramme, textOf, type Site } from '../../verify/attack/attacked-programme.ts';

/* No site is put in place whose files give away what is withheld. */

let folder: string;
let site: Site;
const noProof = () => join(folder, 'proof.json');
const attacks = () => join(folder, 'attacks');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhaocha-prove-'));
  site = await attackedProgramme(1);
  for (const [name, bytes] of site) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), bytes);
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Proves the tables, as a build does before the pages are there; what was proven goes by way of the disk. */
async function prove(proof = noProof()) {
  const path = join(attacks(), '..', 'proven.json');
  await writeProven(path, await proveTables(folder, proof, attacks()));
  return readProven(path);
}

it('lets a site pass whose files tell what they may', async () => {
  await expect(provePages(folder, await prove())).resolves.toBeUndefined();
});

it('asks the auditor no second time of what he learnt nothing, and believes no note that broke off', async () => {
  const notes = readdirSync(attacks());
  // One of the responses, and one of each question.
  expect(notes).toHaveLength(4);
  const note = join(attacks(), notes[0] ?? '');
  const told = await readFile(note, 'utf8');
  await writeFile(note, told.slice(0, -3));
  await prove();
  expect(await readFile(note, 'utf8')).toBe(told);
});

it('stops where a page tells a number that its table withholds', async () => {
  const proven = await prove();
  const page = join(folder, 'survey', 'index.html');
  await mkdir(dirname(page));
  await writeFile(page, '<data value="3" data-figure="department:police|all|answered|overall">3</data>');
  await expect(provePages(folder, proven)).rejects.toThrow(
    /^the site gives away what is withheld \(1\): told-elsewhere survey\/index.html, department:police/,
  );
  await rm(page);
});

it('stops where a table tells a complement, by whatever the auditor works out', async () => {
  const name = 'data/latest/figures.csv';
  const text = textOf(site, name).replace(
    'department,hrss,all,responses,,,,,,,withheld',
    'department,hrss,all,responses,,12,,12,,,shown',
  );
  await writeFile(join(folder, name), text);
  await expect(prove()).rejects.toThrow(/worked-out responses department:police\|all: 0–3/);
  await writeFile(join(folder, name), textOf(site, name));
});

it('stops where a number is said to be of an earlier release that did not tell it', async () => {
  const name = 'data/latest/last_told.csv';
  const row = 'department,police,all,answered,overall,,3,,3,,,1,2025-04-20\r\n';
  await writeFile(join(folder, name), `${textOf(site, name)}${row}`);
  await expect(prove()).rejects.toThrow(
    /told-elsewhere last_told\.csv department\|police\|all\|answered\|overall\|, status then/,
  );
  await writeFile(join(folder, name), textOf(site, name));
});

it('stops where the proof broke off', async () => {
  const proof = join(attacks(), '..', 'broken.json');
  const thresholds = {};
  await writeFile(
    proof,
    `${JSON.stringify({ layer: 'gone', layers: 2, thresholds, questions: [], proof: [], earlier: [], services: 'apart' })}\n`,
  );
  await expect(prove(proof)).rejects.toThrow(/the proof broke off: 1 of 2 layers/);
  await rm(proof);
});

it.each(['data/latest/figures.csv', 'data/departments/police/answers.json', 'data/latest/all.zip'])(
  'stops where %s was written to after it was proven, be it of the same length',
  async (name) => {
    const proven = await prove();
    const path = join(folder, name);
    const before = await readFile(path);
    const after = Buffer.from(before);
    after[after.length - 3] = '7'.charCodeAt(0);
    await writeFile(path, after);
    await expect(provePages(folder, proven)).rejects.toThrow(
      `downloads are not as they were when they were proven safe (1): ${name}`,
    );
    await writeFile(path, before);
  },
);

it('stops where a download has come, or is gone, since they were proven; what comes with the pages may', async () => {
  const proven = await prove();
  const [come, gone] = ['data/departments/police/more.csv', 'data/latest/answers.csv'];
  await writeFile(join(folder, 'data', 'index.html'), '<!doctype html>');
  await writeFile(join(folder, come), 'a,b\r\n');
  await rm(join(folder, gone));
  await expect(provePages(folder, proven)).rejects.toThrow(`(2): ${gone}; ${come}`);
  await rm(join(folder, come));
  // Only the bytes count: some disks tell the time of a file otherwise a moment later.
  await writeFile(join(folder, gone), site.get(gone) ?? '');
  const moment = new Date(2020, 1, 1);
  await utimes(join(folder, gone), moment, moment);
  await expect(provePages(folder, proven)).resolves.toBeUndefined();
});

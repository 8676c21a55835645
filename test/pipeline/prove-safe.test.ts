import { readdirSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { proveSafe } from '../../src/pipeline/prove-safe.ts';
import { attackedProgramme, textOf, type Site } from '../verify/attack/attacked-programme.ts';

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

it('lets a site pass whose files tell what they may', async () => {
  await expect(proveSafe(folder, noProof(), attacks())).resolves.toBeUndefined();
});

it('asks the auditor no second time of what he learnt nothing, and believes no note that broke off', async () => {
  const notes = readdirSync(attacks());
  // One of the responses, and one of each question.
  expect(notes).toHaveLength(4);
  const note = join(attacks(), notes[0] ?? '');
  const told = await readFile(note, 'utf8');
  await writeFile(note, told.slice(0, -3));
  await expect(proveSafe(folder, noProof(), attacks())).resolves.toBeUndefined();
  expect(await readFile(note, 'utf8')).toBe(told);
});

it('stops where a page tells a number that its table withholds', async () => {
  const page = join(folder, 'survey', 'index.html');
  await mkdir(dirname(page));
  await writeFile(page, '<data value="3" data-figure="department:police|all|answered|overall">3</data>');
  await expect(proveSafe(folder, noProof(), attacks())).rejects.toThrow(
    /^the finished site gives away what is withheld \(1\): told-elsewhere survey\/index.html, department:police/,
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
  await expect(proveSafe(folder, noProof(), attacks())).rejects.toThrow(
    /worked-out responses department:police\|all: 0–3/,
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
  await expect(proveSafe(folder, proof, attacks())).rejects.toThrow(/the proof broke off: 1 of 2 layers/);
  await rm(proof);
});

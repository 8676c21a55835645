import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { protectAgain, type ProtectionMemory } from '../../src/pipeline/protect/protect-again.ts';
import { keepProtection, recallProtection } from '../../src/pipeline/recall-protection.ts';
import { people, question, surveySettings, talliesOf, thresholds } from './protect/people.ts';

const settings = surveySettings([question('q', 'yes', 'no')]);
const persons = [
  ...people(4, { department: 'police', answers: { q: 'yes' } }),
  ...people(40, { department: 'tax', answers: { q: 'no' } }),
];

async function newCache(): Promise<string> {
  const cache = await mkdtemp(join(tmpdir(), 'zhaocha-cache-'));
  onTestFinished(() => rm(cache, { recursive: true, force: true }));
  return cache;
}

/** Protects something and keeps what is remembered of it for a programme. */
async function keepFor(data: string, cache: string): Promise<NonNullable<ProtectionMemory['last']>> {
  const memory: ProtectionMemory = {};
  await protectAgain({ tallies: talliesOf(persons, settings), settings, thresholds, earlier: [] }, memory);
  await keepProtection(cache, data, memory);
  if (memory.last === undefined) throw new Error('nothing was remembered');
  return memory.last;
}

it('gives the next build just what was remembered, of its own programme alone', async () => {
  const cache = await newCache();
  const last = await keepFor('/here', cache);
  expect(last.answers.size).toBeGreaterThan(0);
  expect(await recallProtection(cache, '/here')).toEqual({ last });
  expect(await recallProtection(cache, '/there')).toEqual({});
});

it('gives nothing where what was kept is no longer what was written', async () => {
  const cache = await newCache();
  await keepFor('/here', cache);
  const [file = ''] = await readdir(cache);
  const bytes = await readFile(join(cache, file));
  const middle = bytes.length >> 1;
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  await writeFile(join(cache, file), bytes);
  expect(await recallProtection(cache, '/here')).toEqual({});
  await writeFile(join(cache, file), '');
  expect(await recallProtection(cache, '/here')).toEqual({});
});

it('takes away what other code has kept of the same programme, and nothing else', async () => {
  const cache = await newCache();
  await keepFor('/there', cache);
  await keepFor('/here', cache);
  const [one = '', other = ''] = await readdir(cache);
  await writeFile(join(cache, one.replace(/-[^-]*\.v8$/, '-other.v8')), '');
  await keepFor('/here', cache);
  await keepFor('/there', cache);
  expect((await readdir(cache)).sort()).toEqual([one, other].sort());
});

import { readFileSync } from 'node:fs';
import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readResults } from '../../../scripts/bench/results.ts';
import { runWorks, type Running } from '../../../scripts/bench/run-works.ts';
import { workOf } from './results.ts';

let folder = '';
let said: string[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhaocha-works-'));
  said = [];
  await writeFile(
    join(folder, 'well.mjs'),
    'console.log(JSON.stringify({ rows: Number(process.argv[2]) }));',
  );
  await writeFile(join(folder, 'ill.mjs'), 'process.exitCode = 1;');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const running = (): Running => ({
  room: { folder },
  results: join(folder, 'results.jsonl'),
  limits: { seconds: 60, megabytes: 4000 },
  commit: '',
  sizes: null,
  rounds: null,
  say: (line) => said.push(line),
});

const counting = (program: string) =>
  workOf({
    sizes: [1, 2],
    stepsAt: async (size) => [{ name: 'ours', words: [join(folder, `${program}.mjs`), String(size)] }],
  });

it('goes on where a run was stopped: what is known is not measured again', async () => {
  await runWorks([counting('well')], { ...running(), sizes: [1] });
  // A run that is killed while it writes leaves half a line.
  await appendFile(join(folder, 'results.jsonl'), '{"work":"rea\n');
  const before = readFileSync(join(folder, 'results.jsonl'), 'utf8');
  await runWorks([counting('well')], running());
  expect(readFileSync(join(folder, 'results.jsonl'), 'utf8').startsWith(before)).toBe(true);
  expect(readResults(join(folder, 'results.jsonl')).map(({ size, said }) => [size, said['rows']])).toEqual([
    [1, 1],
    [2, 2],
  ]);
  expect(said).toContain('  1: known');
});

it('leaves out larger sizes of what did not come to its end', async () => {
  await runWorks([counting('ill')], running());
  expect(readResults(join(folder, 'results.jsonl')).map(({ size, ending }) => [size, ending])).toEqual([
    [1, 'failed'],
  ]);
  expect(said.at(-1)).toContain('2: known');
});

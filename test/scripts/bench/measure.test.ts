import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { measure } from '../../../scripts/bench/measure.ts';

let folder = '';
const endless = { seconds: 60, megabytes: 8000 };

async function program(name: string, text: string): Promise<string> {
  await writeFile(join(folder, name), text);
  return join(folder, name);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhaocha-measure-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('measures a program and all that it starts', async () => {
  const child = await program(
    'child.mjs',
    'const all = Buffer.alloc(60e6, 1); setTimeout(() => all, 2_500);',
  );
  const parent = await program(
    'parent.mjs',
    `import { spawn } from 'node:child_process';
     spawn(process.execPath, [${JSON.stringify(child)}], { stdio: 'inherit' }).on('exit', () => console.log('{"rows":3}'));`,
  );
  const { ending, megabytes, parts, output, processorSeconds } = await measure([parent], endless);
  expect(ending).toBe('ended');
  expect(output).toBe('{"rows":3}\n');
  if (process.platform !== 'linux') return;
  expect(parts.map((one) => one.program).sort()).toEqual(['child.mjs', 'parent.mjs']);
  expect(megabytes).toBeGreaterThan(60);
  expect(processorSeconds).toBeGreaterThan(0);
});

it('stops what takes too long or holds too much, and says which', async () => {
  const long = await program('long.mjs', 'setTimeout(() => {}, 30_000);');
  expect(await measure([long], { ...endless, seconds: 0.3 })).toMatchObject({ ending: 'too long' });
  if (process.platform !== 'linux') return;
  const large = await program(
    'large.mjs',
    'const all = Buffer.alloc(200e6, 1); setTimeout(() => all, 30_000);',
  );
  expect(await measure([large], { ...endless, megabytes: 150 })).toMatchObject({ ending: 'too large' });
});

it('tells a program that failed from one that ended, with its last words', async () => {
  const failing = await program('failing.mjs', "console.error('no room'); process.exitCode = 3;");
  expect(await measure([failing], endless)).toMatchObject({ ending: 'failed', output: 'no room\n' });
  expect(await measure([failing], endless, { expected: 3 })).toMatchObject({ ending: 'ended' });
});

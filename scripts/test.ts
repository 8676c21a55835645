import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { exitCodes, root } from './console.ts';

/* Everything that guards the project: the types, which one processor looks at for long, and beside them all others, the tests last. */

const programOf = (name: string, program: string) => join(root, 'node_modules', name, program);

const vitest = programOf('vitest', 'vitest.mjs');

// Pure functions leave nothing behind in a worker, so the tests of all of them can share one.
const statistics = join('test', 'statistics', 'vitest.config.ts');

// What was well formatted and has not changed still is, by the same formatter: it need not be read again.
const lock = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
const formatted = join(root, '.cache', 'formatted', lock.digest('hex').slice(0, 16));
const remembering = ['--cache', '--cache-strategy=content', `--cache-location=${formatted}`];

type Guard = readonly [name: string, program: string, ...parameters: string[]];

const types: Guard = [
  'types',
  programOf('astro', 'bin/astro.mjs'),
  'check',
  '--minimumFailingSeverity',
  'hint',
];

const quick: readonly Guard[] = [
  ['format', programOf('prettier', 'bin/prettier.cjs'), '--check', '--log-level=warn', ...remembering, '.'],
  ['lint', programOf('@biomejs/biome', 'bin/biome'), 'lint', '--error-on-warnings', '.'],
  ['dead code', programOf('knip', 'bin/knip.js')],
  ['statistics', vitest, 'run', '--config', statistics, '--coverage', '--no-isolate'],
];

const tests: Guard = ['tests', vitest, 'run', ...process.argv.slice(2)];

/** Runs a guard; what it says is held back until it has ended, or said at once. */
function guard(
  [name, program, ...parameters]: Guard,
  output: 'at the end' | 'at once',
): Promise<{ readonly name: string; readonly status: number }> {
  const started = performance.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, ...parameters], {
      cwd: root,
      stdio: output === 'at once' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
    });
    const said: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (piece: Buffer) => said.push(piece));
    const end = (status: number) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(`${Buffer.concat(said).toString()}${status === 0 ? '✓' : '✗'} ${name}, ${seconds} s`);
      resolve({ name, status });
    };
    child.on('error', () => end(exitCodes.fault));
    child.on('close', (status) => end(status ?? exitCodes.fault));
  });
}

/** Runs all guards but the types, one after the other. */
async function runOthers() {
  const ended: Awaited<ReturnType<typeof guard>>[] = [];
  for (const one of quick) ended.push(await guard(one, 'at the end'));
  return [...ended, await guard(tests, 'at once')];
}

const [looked, others] = await Promise.all([guard(types, 'at the end'), runOthers()]);
const failed = [looked, ...others].filter(({ status }) => status !== 0);
// What failed early was said long ago.
if (failed.length > 0) console.error(`✗ ${failed.map(({ name }) => name).join(', ')}`);
process.exitCode = Math.max(...[looked, ...others].map(({ status }) => status));

import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { exitCodes, root } from './console.ts';

/* Everything that guards the project, the quick guards first; the last one, vitest, runs the tests. */

const programOf = (name: string, program: string) => join(root, 'node_modules', name, program);

const vitest = programOf('vitest', 'vitest.mjs');

// Pure functions leave nothing behind in a worker, so the tests of all of them can share one.
const statistics = join('test', 'statistics', 'vitest.config.ts');

type Guard = readonly [name: string, program: string, ...parameters: string[]];

const quick: readonly Guard[] = [
  ['types', programOf('astro', 'bin/astro.mjs'), 'check', '--minimumFailingSeverity', 'hint'],
  ['format', programOf('prettier', 'bin/prettier.cjs'), '--check', '--log-level=warn', '.'],
  ['lint', programOf('@biomejs/biome', 'bin/biome'), 'lint', '--error-on-warnings', '.'],
  ['dead code', programOf('knip', 'bin/knip.js')],
  ['statistics', vitest, 'run', '--config', statistics, '--coverage', '--no-isolate'],
];

const tests: Guard = ['tests', vitest, 'run', ...process.argv.slice(2)];

/** Runs a guard; what it says is held back until it has ended where several run at once. */
function guard([name, program, ...parameters]: Guard, output: 'at the end' | 'at once'): Promise<number> {
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
      resolve(status);
    };
    child.on('error', () => end(exitCodes.fault));
    child.on('close', (status) => end(status ?? exitCodes.fault));
  });
}

/** Runs the quick guards, as many at once as there are processors. */
async function runQuick(): Promise<number[]> {
  const waiting = [...quick];
  const statuses: number[] = [];
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      statuses.push(await guard(next, 'at the end'));
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return statuses;
}

process.exitCode = Math.max(...(await runQuick()), await guard(tests, 'at once'));

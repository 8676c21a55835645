import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { exitCodes, root } from './console.ts';

/* Everything that guards the project, the quick guards first; the last one, vitest, runs the tests. */

const programOf = (name: string, program: string) => join(root, 'node_modules', name, program);

const vitest = programOf('vitest', 'vitest.mjs');

// Pure functions leave nothing behind in a worker, so the tests of all of them can share one.
const statistics = join('test', 'statistics', 'vitest.config.ts');

const guards: readonly (readonly [string, string, ...string[]])[] = [
  ['format', programOf('prettier', 'bin/prettier.cjs'), '--check', '--log-level=warn', '.'],
  ['lint', programOf('@biomejs/biome', 'bin/biome'), 'lint', '--error-on-warnings', '.'],
  ['types', programOf('astro', 'bin/astro.mjs'), 'check', '--minimumFailingSeverity', 'hint'],
  ['dead code', programOf('knip', 'bin/knip.js')],
  ['statistics', vitest, 'run', '--config', statistics, '--coverage', '--no-isolate'],
  ['tests', vitest, 'run', ...process.argv.slice(2)],
];

function guard([name, program, ...parameters]: (typeof guards)[number]): number {
  const started = performance.now();
  const { status } = spawnSync(process.execPath, [program, ...parameters], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${status === 0 ? '✓' : '✗'} ${name}, ${seconds} s`);
  return status ?? exitCodes.fault;
}

process.exitCode = Math.max(...guards.map(guard));

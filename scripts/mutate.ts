import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { exitCodes, root } from './console.ts';

/*
 * Changes the statistics in thousands of small ways and counts how many the tests notice:
 * `npm run mutate [-- --mutate src/statistics/kish.ts]`. Takes about an hour for the whole folder.
 */

const program = join(root, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
const settings = join('test', 'statistics', 'stryker.json');

const { status } = spawnSync(process.execPath, [program, 'run', settings, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exitCode = status ?? exitCodes.fault;

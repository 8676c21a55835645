import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { exitCodes, root } from './console.ts';

/* The browser belongs to the tests, and so does the program that takes the pictures. */
const program = join(root, 'test', 'browser', 'screenshots.ts');
const { status } = spawnSync(process.execPath, [program, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exitCode = status ?? exitCodes.fault;

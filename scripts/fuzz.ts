import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { exitCodes, root } from './console.ts';

/* What is tried belongs to the tests, and so does the program that tries it. */
const program = join(root, 'test', 'fuzz', 'fuzz.ts');
const { status } = spawnSync(process.execPath, [program, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exitCode = status ?? exitCodes.fault;

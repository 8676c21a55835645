import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { exitCodes, root } from './console.ts';

/* `npm run test:engines`: the tests against a real Spark and a real PostgreSQL; on a fresh machine it installs both first. */

const child = spawn(
  process.execPath,
  [
    join(root, 'node_modules', 'vitest', 'vitest.mjs'),
    'run',
    '--config',
    join(root, 'test', 'engines', 'vitest.config.ts'),
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: 'inherit' },
);
child.on('error', () => {
  process.exitCode = exitCodes.fault;
});
child.on('close', (status) => {
  process.exitCode = status ?? exitCodes.fault;
});

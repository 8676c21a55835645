import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { expect, inject, it } from 'vitest';

const root = resolve(import.meta.dirname, '..', '..');

it('npm run verify counts every figure of the demonstration site again and finds no difference', () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'scripts', 'verify.ts'), '--site', inject('site'), '--lang', 'en'],
    { encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  expect(stdout).toContain('No difference.');
  expect(status).toBe(0);
});

import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { root } from '../../scripts/console.ts';

it('a command on a fresh clone installs first, and prints nothing but what it was asked for', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhaocha-start-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'scripts'));
  copyFileSync(join(root, 'scripts', 'start.mjs'), join(folder, 'scripts', 'start.mjs'));
  writeFileSync(join(folder, 'package-lock.json'), '{ "packages": {} }');
  writeFileSync(join(folder, 'scripts', 'check.ts'), "console.log('## a report');");
  const npm = join(folder, 'npm.cjs');
  writeFileSync(npm, "console.log('added 678 packages in 1m');");
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [join(folder, 'scripts', 'start.mjs'), 'check'],
    { encoding: 'utf8', env: { ...process.env, npm_execpath: npm } },
  );
  expect(stdout).toBe('## a report\n');
  expect(stderr).toContain('added 678 packages');
  expect(status).toBe(0);
});

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';

/* What the command refuses before it reads anything. */

const command = join(import.meta.dirname, '..', '..', 'scripts', 'release.ts');

it.each([
  ['that there is not', '2026-02-31', 'must be days that there are'],
  ['that is yet to come', '2999-01-01', 'later releases could not follow it'],
])('exits with 2 for a day %s, and touches nothing', (_, date, words) => {
  const folder = mkdtempSync(join(tmpdir(), 'zhaocha-dated-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const places = ['--data', join(folder, 'data'), '--out', join(folder, 'site')];
  const { status, stderr } = spawnSync(
    process.execPath,
    [command, ...places, '--date', date, '--lang', 'en'],
    { encoding: 'utf8' },
  );
  expect(stderr).toContain(words);
  expect(status).toBe(2);
  expect(readdirSync(folder)).toEqual([]);
});

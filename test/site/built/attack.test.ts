import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, inject, onTestFinished, test } from 'vitest';
import type { Attacked } from '../../../src/verify/attack/attack.ts';

/* `npm run attack` as an auditor runs it. */

const root = resolve(import.meta.dirname, '../../..');

const attack = (...parameters: readonly string[]) =>
  spawnSync(process.execPath, [join(root, 'scripts', 'attack.ts'), ...parameters], { encoding: 'utf8' });

test('npm run attack learns nothing from the demonstration site', () => {
  const { status, stdout, stderr } = attack('--site', inject('site'));
  expect(stderr).toBe('');
  expect(stdout).toContain('什么也推不出来。');
  expect(status).toBe(0);
});

test('npm run attack tells what it learnt from broken tables, as data, and exits with 1', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'zhaocha-attack-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const [from, to] = [inject('site'), folder].map((site) => join(site, 'data', 'latest'));
  const tables = (await readdir(from ?? '')).filter((name) => name.endsWith('.csv'));
  for (const name of tables) await cp(join(from ?? '', name), join(to ?? '', name));
  const figures = join(to ?? '', 'figures.csv');
  const text = await readFile(figures, 'utf8');
  const broken = text.replace(/^(department,[^,]+,all,responses),,,,,,,withheld/m, '$1,,4,,4,,,shown');
  expect(broken).not.toBe(text);
  await writeFile(figures, broken);
  const { status, stdout } = attack('--site', folder, '--json');
  expect(status).toBe(1);
  const { leaks } = JSON.parse(stdout) as Attacked;
  expect(leaks.map(({ code, found }) => [code, found])).toContainEqual(['small-and-told', '4']);
  expect(leaks[0]?.where).toMatch(/department:/);
});

test.each([
  ['a folder without a site', ['--site', tmpdir()]],
  ['another belief than there are', ['--services', 'perhaps']],
  ['an unknown word', ['--sites', tmpdir()]],
])('npm run attack exits with 2 on %s', (_, parameters) => {
  expect(attack(...parameters).status).toBe(2);
});

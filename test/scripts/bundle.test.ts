import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { launchersFor } from '../../scripts/publishing/launchers.ts';
import { fits, isForOthers, platforms } from '../../scripts/publishing/platforms.ts';

/* The whole was tried by hand: the archive unpacked in an empty folder and a site built in it without any network. */

const root = resolve(import.meta.dirname, '..', '..');

function elf(machine: number): Buffer {
  const head = Buffer.alloc(64);
  head.writeUInt32BE(0x7f454c46, 0);
  head.writeUInt16LE(machine, 18);
  return head;
}

function pe(machine: number): Buffer {
  const head = Buffer.alloc(256);
  head.write('MZ', 0, 'latin1');
  head.writeUInt32LE(128, 60);
  head.write('PE\0\0', 128, 'latin1');
  head.writeUInt16LE(machine, 132);
  return head;
}

it.each([
  ['a program of Linux on x64', elf(0x3e), { 'win32-x64': false, 'linux-x64': true, 'linux-arm64': false }],
  ['a program of Linux on ARM', elf(0xb7), { 'win32-x64': false, 'linux-x64': false, 'linux-arm64': true }],
  [
    'a program of Windows on x64',
    pe(0x8664),
    { 'win32-x64': true, 'linux-x64': false, 'linux-arm64': false },
  ],
  [
    'a text',
    Buffer.from('#!/usr/bin/env node\n'),
    { 'win32-x64': null, 'linux-x64': null, 'linux-arm64': null },
  ],
  ['nothing', Buffer.alloc(0), { 'win32-x64': null, 'linux-x64': null, 'linux-arm64': null }],
])('knows where %s can run', (_, head, expected) => {
  const found = Object.entries(platforms).map(([name, platform]) => [name, fits(head, platform)]);
  expect(Object.fromEntries(found)).toEqual(expected);
});

it('carries, of a library that a package brings for every machine, the one for this', () => {
  const prebuilds = join(root, 'node_modules', 'fs-native-extensions', 'prebuilds');
  for (const [name, platform] of Object.entries(platforms)) {
    const carried = readdirSync(prebuilds).filter(
      (machine) => !isForOthers(`node_modules/fs-native-extensions/prebuilds/${machine}/it.node`, platform),
    );
    expect(carried).toEqual([name]);
  }
});

it('asks for what kind of machine', () => {
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      join(root, 'scripts/bundle.ts'),
      '--for',
      'amiga',
      '--lang',
      'en',
    ],
    { encoding: 'utf8' },
  );
  expect(status).toBe(2);
  expect(stderr).toContain('win32-x64|linux-x64|linux-arm64');
});

it.skipIf(process.platform === 'win32')(
  'starts with its own Node, from any folder, and never asks npm',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'zhaocha bundle '));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    await mkdir(join(folder, 'node_modules', 'node', 'bin'), { recursive: true });
    await mkdir(join(folder, 'scripts'));
    await cp(join(root, 'scripts', 'start.mjs'), join(folder, 'scripts', 'start.mjs'));
    await symlink(process.execPath, join(folder, 'node_modules', 'node', 'bin', 'node'));
    await writeFile(join(folder, 'scripts', 'said.ts'), 'console.log(process.argv.slice(2).join());');
    for (const { name, text, isProgram } of launchersFor(platforms['linux-x64']))
      await writeFile(join(folder, name), text, { mode: isProgram ? 0o755 : 0o644 });
    const { stdout, stderr } = spawnSync(join(folder, 'zhaocha'), ['said', '--data', 'a folder'], {
      cwd: tmpdir(),
      encoding: 'utf8',
      env: { PATH: '/usr/bin:/bin' },
    });
    expect(stderr).toBe('');
    expect(stdout).toBe('--data,a folder\n');
    expect(existsSync(join(folder, 'package-lock.json'))).toBe(false);
  },
);

it('starts on Windows with its own Node, and says how in a text that Notepad reads', () => {
  const [start, text] = launchersFor(platforms['win32-x64']);
  expect(start).toMatchObject({
    name: 'zhaocha.cmd',
    text: '@"%~dp0node_modules\\node\\bin\\node.exe" "%~dp0scripts\\start.mjs" %*\r\n',
  });
  expect(text?.text).toMatch(/^\uFEFF找茬：离线包\r\n/);
  expect(text?.text.replaceAll('\r\n', '')).not.toContain('\n');
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** Runs a check of the small programme, with another drop, whose reader goes before it has said anything; its exit code, and what it complains of. */
async function checkedUnread(drop: string, ...words: string[]) {
  const data = mkdtempSync(join(tmpdir(), 'zhaocha-unread-'));
  onTestFinished(() => rmSync(data, { recursive: true }));
  cpSync(join(root, 'test/programmes/small'), data, { recursive: true });
  writeFileSync(join(data, 'drops', 'more.csv'), drop);
  const where = ['--data', data, '--sheet', join(data, 'problems.html'), '--no-changes'];
  const child = spawn(process.execPath, [join(root, 'scripts', 'check.ts'), ...where, ...words]);
  child.stdout.destroy();
  let complaint = '';
  child.stderr.on('data', (text: Buffer) => {
    complaint += text.toString();
  });
  const [code] = await once(child, 'exit');
  return { code, complaint };
}

const visits = (hall: string) =>
  `visit_id,on,hall\n${Array.from({ length: 300 }, (_, row) => `V${row},2026-01-05,${hall}\n`).join('')}`;

it.each([
  ['JSON', '--json'],
  ['Markdown', '--markdown'],
  ['lines', '--lang=zh'],
])('a reader of %s that goes has no complaint, and the exit code stays that of the data', async (_, word) => {
  const data = (code: number) => ({ code, complaint: '' });
  expect(await checkedUnread(visits('没有这个大厅'), word)).toEqual(data(1));
  expect(await checkedUnread(visits('市政务服务大厅'), word)).toEqual(data(0));
});

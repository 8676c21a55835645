import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { made, openLast, type MadeFile } from '../../../src/pipeline/last-site/take-over.ts';

const folders = { last: '', now: '' };
const files = { a: 'some rows', b: 'other rows' };
const record = () => join(folders.last, 'record');
const open = () => openLast<MadeFile>({ folder: folders.last, record: record(), code: '' }, folders.now);

beforeEach(() => {
  for (const name of ['last', 'now'] as const) {
    const folder = mkdtempSync(join(tmpdir(), 'zhaocha-take-over-'));
    folders[name] = folder;
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folders.last, name), text);
  open().keep([['key', Object.entries(files).map(([name, text]) => made(name, Buffer.from(text)))]]);
});

const isThere = (name: string) => statSync(join(folders.now, name), { throwIfNoEntry: false }) !== undefined;

test('takes over all files of the same key, as they are, but those that are there', () => {
  expect(open().take('other')).toBeNull();
  expect(
    open()
      .take('key', new Set(['b']))
      ?.map(({ file }) => file),
  ).toEqual(['a', 'b']);
  expect(readFileSync(join(folders.now, 'a'), 'utf8')).toBe(files.a);
  expect(isThere('b')).toBe(false);
});

test.each([
  ['is missing', (file: string) => rmSync(file)],
  ['is cut off', (file: string) => writeFileSync(file, 'oth')],
  ['has other bytes of the same length', (file: string) => writeFileSync(file, 'Other rows')],
])('takes nothing over where one file %s', (_, spoil) => {
  spoil(join(folders.last, 'b'));
  expect(open().take('key')).toBeNull();
  expect(isThere('a')).toBe(false);
});

test.each([
  ['is missing', () => rmSync(record())],
  ['is cut off', () => writeFileSync(record(), readFileSync(record(), 'utf8').slice(0, -9))],
  ['has another number', () => writeFileSync(record(), readFileSync(record(), 'utf8').replace('10', '11'))],
  ['is something else', () => writeFileSync(record(), 'null')],
])('takes nothing over where the record %s', (_, spoil) => {
  spoil();
  expect(open().take('key')).toBeNull();
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from '../../../src/model/problem.ts';
import { encoders } from './encode.ts';
import { cellsOf, readBytes } from './read-sheets.ts';
import { zipFile, type ZipMember } from './zip-file.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhaocha-archive-'));
});
afterAll(() => rm(folder, { recursive: true }));

const table = '编号,标题\n1,等候太久\n';
const read = (members: readonly ZipMember[]) => readBytes(folder, 'all.zip', zipFile(members));

describe('a zip archive', () => {
  it('gives a sheet for each table in it, in the order of their names', async () => {
    const sheets = await read([
      { name: 'b/2.csv', content: 'a,b\n3,4\n' },
      { name: 'b/', content: '' },
      { name: 'a.csv', content: encoders.GB18030(`${table}2,指南不清，窗口没有人\n`) },
    ]);
    expect(sheets).toMatchObject([
      { file: 'all.zip › a.csv', encoding: 'gb18030', proof: 'letters' },
      {
        file: 'all.zip › b/2.csv',
        encoding: 'utf-8',
        rows: [
          [1, 'a', 'b'],
          [2, '3', '4'],
        ],
      },
    ]);
  });

  it('passes over what systems put there beside the files', async () => {
    const sheets = await read([
      { name: 'a.csv', content: table },
      { name: '__MACOSX/._a.csv', content: Buffer.from([0, 5, 22, 7]) },
      { name: '.DS_Store', content: Buffer.from([0, 0, 0, 1]) },
      { name: 'in/Thumbs.db', content: 'x' },
    ]);
    expect(sheets).toMatchObject([{ file: 'all.zip › a.csv' }]);
  });

  it('passes over pictures and documents beside the tables, and names them; alone they are refused', async () => {
    const picture = {
      name: '现场.jpg',
      content: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0]),
    };
    const scan = { name: '附件/批示.pdf', content: '%PDF-1.4\n1 0 obj' };
    expect(await read([picture, { name: 'a.csv', content: table }, scan])).toMatchObject([
      {
        file: 'all.zip › a.csv',
        noticed: [
          { code: 'sheet-passed-over', file: 'all.zip › 现场.jpg', value: 'JFIF' },
          { code: 'sheet-passed-over', file: 'all.zip › 附件/批示.pdf', value: '%PDF-1.4 1 0 obj' },
        ],
      },
    ]);
    expect(await read([picture])).toMatchObject({ code: 'unknown-format', file: 'all.zip › 现场.jpg' });
  });

  it('reads the names that Windows wrote in GBK without saying so', async () => {
    for (const name of ['办事大厅问题清单.csv', '台账.csv', '2025年/问卷.csv'])
      expect(await read([{ name: encoders.GB18030(name), content: table, saysUtf8: false }])).toMatchObject([
        { file: `all.zip › ${name}` },
      ]);
  });

  it('reads names in UTF-8 that do not say so', async () => {
    const members = [{ name: '问题.csv', content: table, saysUtf8: false }];
    expect(await read(members)).toMatchObject([{ file: 'all.zip › 问题.csv' }]);
  });

  it.each<{ description: string; members: readonly ZipMember[]; expected: Partial<Problem> }>([
    ...['../a.csv', 'in/../../a.csv', '/etc/a.csv', 'C:\\a.csv', '..\\a.csv', 'a\0.csv'].map((name) => ({
      description: `the path ${JSON.stringify(name)}`,
      members: [{ name, content: table }],
      expected: { code: 'unsafe-path' } as const,
    })),
    {
      description: 'a link',
      members: [{ name: 'a.csv', content: '/etc/passwd', mode: 0o120777 }],
      expected: { code: 'unsafe-path' },
    },
    {
      description: 'a password',
      members: [{ name: 'a.csv', content: table, encrypted: true }],
      expected: { code: 'encrypted-file', value: 'a.csv' },
    },
    {
      description: 'a password of the strong kind',
      members: [{ name: 'a.csv', content: table, flags: 0x41 }],
      expected: { code: 'encrypted-file' },
    },
    {
      description: 'a way of packing that is not read',
      members: [{ name: 'a.csv', content: table, method: 12 }],
      expected: {
        code: 'damaged-file',
        detail: {
          zh: '用了不支持的压缩方法（12）：用系统自带的功能压缩成普通的 zip',
          en: 'compression method 12: pack the files with what the system has for it',
        },
      },
    },
    {
      description: 'an archive in it',
      members: [{ name: 'b.zip', content: zipFile([{ name: 'a.csv', content: table }]) }],
      expected: { code: 'nested-archive', file: 'all.zip › b.zip' },
    },
    {
      description: 'a packed file in it',
      members: [{ name: 'a.csv.gz', content: gzipSync(table) }],
      expected: { code: 'nested-archive' },
    },
    {
      description: 'what unfolds to more than two hundred times its size',
      members: [{ name: 'a.csv', content: Buffer.alloc(60_000_000, '\n') }],
      expected: { code: 'unpacks-too-large', value: '60 MB', detail: '50 MB' },
    },
    {
      description: 'a claim to unfold to more than any disk holds',
      members: [{ name: 'a.csv', content: table, claimedSize: 4_000_000_000 }],
      expected: { code: 'unpacks-too-large' },
    },
    {
      description: 'a claim to unfold to less than it does',
      members: [{ name: 'a.csv', content: table.repeat(100), claimedSize: 10 }],
      expected: { code: 'damaged-file' },
    },
    {
      description: 'a wrong check sum',
      members: [{ name: 'a.csv', content: table, claimedSum: 1 }],
      expected: {
        code: 'damaged-file',
        detail: { zh: '内容与它自己写明的不符，传坏了或被改动过', en: 'check sum of a.csv' },
      },
    },
    {
      description: 'two members of one name',
      members: [
        { name: 'a.csv', content: table },
        { name: 'a.csv', content: table },
      ],
      expected: { code: 'damaged-file' },
    },
    {
      description: 'nothing but clutter',
      members: [{ name: '.DS_Store', content: 'x' }],
      expected: { code: 'empty-file' },
    },
    {
      description: 'a text document',
      members: [{ name: 'word/document.xml', content: '<a/>' }],
      expected: { code: 'unknown-format' },
    },
    {
      description: 'a table that cannot be read, by its own name',
      members: [{ name: 'a.csv', content: '' }],
      expected: { code: 'empty-file', file: 'all.zip › a.csv' },
    },
  ])('is refused for $description', async ({ members, expected }) => {
    expect(await read(members)).toMatchObject(expected);
  });

  it('is refused when its members share their bytes', async () => {
    const one = zipFile([
      { name: 'a.csv', content: Buffer.from(Array.from({ length: 3000 }, (_, at) => (at * at) % 251)) },
    ]);
    const start = one.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    const end = one.indexOf(Buffer.from([0x50, 0x4b, 5, 6]));
    const entry = one.subarray(start, end);
    const entries = [entry, Buffer.from(entry)];
    entries[1]?.write('b', 46);
    const tail = Buffer.from(one.subarray(end));
    tail.writeUInt16LE(2, 8);
    tail.writeUInt16LE(2, 10);
    tail.writeUInt32LE(entry.length * 2, 12);
    const zip = Buffer.concat([one.subarray(0, start), ...entries, tail]);
    expect(await readBytes(folder, 'all.zip', zip)).toMatchObject({
      code: 'damaged-file',
      detail: { en: 'members overlap' },
    });
  });

  it('is refused when it breaks off', async () => {
    const zip = zipFile([{ name: 'a.csv', content: table.repeat(50) }]);
    for (const length of [4, 30, 60, zip.length - 30, zip.length - 1])
      expect(await readBytes(folder, 'all.zip', zip.subarray(0, length))).toMatchObject({
        code: 'damaged-file',
        detail: { zh: '不完整，多半是没有下载完或没有拷贝完' },
      });
  });
});

describe('a gzip file', () => {
  it('gives what it holds, named after both', async () => {
    const sheets = await readBytes(folder, 'a.csv.gz', gzipSync(table));
    expect(sheets).toMatchObject([
      {
        file: 'a.csv.gz › a.csv',
        rows: [
          [1, '编号', '标题'],
          [2, '1', '等候太久'],
        ],
      },
    ]);
    expect(await cellsOf(folder, 'packed', gzipSync(table))).toEqual([
      ['编号', '标题'],
      ['1', '等候太久'],
    ]);
  });

  it.each<{ description: string; bytes: Buffer; expected: Partial<Problem> }>([
    { description: 'breaks off', bytes: gzipSync(table).subarray(0, 30), expected: { code: 'damaged-file' } },
    {
      description: 'is changed in the middle',
      bytes: ((bytes) => {
        bytes[20] = (bytes[20] ?? 0) ^ 0xff;
        return bytes;
      })(gzipSync(table.repeat(9))),
      expected: { code: 'damaged-file' },
    },
    {
      description: 'holds another',
      bytes: gzipSync(gzipSync(table)),
      expected: { code: 'nested-archive' },
    },
    {
      description: 'holds an archive',
      bytes: gzipSync(zipFile([{ name: 'a.csv', content: table }])),
      expected: { code: 'nested-archive' },
    },
    {
      description: 'unfolds to more than two hundred times its size',
      bytes: gzipSync(Buffer.alloc(60_000_000, '\n')),
      expected: { code: 'unpacks-too-large' },
    },
  ])('is refused when it $description', async ({ bytes, expected }) => {
    expect(await readBytes(folder, 'a.csv.gz', bytes)).toMatchObject(expected);
  });
});

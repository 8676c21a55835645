import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encoders } from './encode.ts';
import { cellsOf, readBytes } from './read-sheets.ts';
import { textWorkbook } from './workbook/make-workbook.ts';
import { zipFile } from './zip-file.ts';
import { fc } from '../../seeded-checks.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhaocha-any-'));
});
afterAll(() => rm(folder, { recursive: true }));

const header = ['编号', '标题', 'note'];

/** Tables of cells made of the given letters, under a header and over no blank row. */
function tablesOf(letters: string, first: readonly string[] = []): fc.Arbitrary<string[][]> {
  const cell = fc.string({ unit: fc.constantFrom(...letters), maxLength: 12 });
  const row = fc.tuple(fc.nat(9999), cell, cell).map(([id, one, other]) => [String(id), one, other]);
  return fc
    .array(row, { minLength: 1, maxLength: 8 })
    .map((rows) => [...(first.length > 0 ? [[...first]] : []), ...rows]);
}

describe('any table in an encoding that its letters prove', () => {
  const quoted = ' ab1,;|"\n';

  it.each([
    {
      name: 'Big5',
      letters: `這個窗口人員說明材料${quoted}`,
      first: ['台北', '這個窗口要求民眾自備證件', '沒有說明'],
    },
    {
      name: 'GB18030',
      letters: `这个窗口人员说明材料${quoted}`,
      first: ['北京', '这个窗口要求群众自备证件', '没有说明'],
    },
    {
      name: 'Windows-1252',
      letters: `éèàçñöü${quoted}`,
      first: ['Café', 'très bien à l’école où ça va', 'año niño mañana'],
    },
    {
      name: 'Mac Roman',
      letters: `éèàçñöü${quoted}`,
      first: ['Café', 'très bien à l’école où ça va', 'año niño mañana'],
    },
  ] as const)('$name is read back as it was, or staff are asked', async ({ name, letters, first }) => {
    await fc.assert(
      fc.asyncProperty(
        tablesOf(letters, first),
        fc.constantFrom(',', ';', '\t', '|'),
        async (rows, delimiter) => {
          const table = [['id', 'title', 'note'], ...rows];
          const text = Papa.unparse(table, { delimiter, newline: '\n', quotes: true });
          const result = await readBytes(folder, 'a.csv', encoders[name](text));
          if ('code' in result) expect(result.code).toBe('encoding-unproven');
          else expect(result[0]?.rows.map(([, ...cells]) => cells)).toEqual(table);
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('any table in a workbook or an archive', () => {
  const tables = fc
    .array(
      fc.tuple(
        fc.nat(9999).map((id) => String(id).padStart(5, '0')),
        fc.string({ unit: fc.constantFrom(...'部门窗口<>&"\'é😀 1=+@_x000D_\n'), maxLength: 15 }),
        fc
          .string({ unit: 'grapheme', maxLength: 10 })
          .map((text) => text.replaceAll(/[\p{Cc}\ufffe\uffff]/gu, '')),
      ),
      { minLength: 1, maxLength: 8 },
    )
    .map((rows): string[][] => [header, ...rows.map((row) => [...row])]);

  it.each(['xlsx', 'xlsb', 'biff8'] as const)('%s is read back as it was', async (kind) => {
    await fc.assert(
      fc.asyncProperty(tables, fc.constantFrom('plain', 'zip', 'gzip'), async (table, packing) => {
        const book = textWorkbook(kind, { S: table });
        const packed = { plain: book, zip: zipFile([{ name: 'a', content: book }]), gzip: gzipSync(book) };
        const back = await cellsOf(folder, 'a', packed[packing]);
        const width = header.length;
        expect(back.map((cells) => [...cells, '', '', ''].slice(0, width))).toEqual(table);
      }),
      { numRuns: kind === 'xlsx' ? 20 : 8 },
    );
  });

  it('a text in an archive is the text that was put there', async () => {
    await fc.assert(
      fc.asyncProperty(tables, fc.boolean(), async (table, zipped) => {
        const text = Buffer.from(Papa.unparse(table, { newline: '\n' }));
        const packed = zipped ? zipFile([{ name: '问题.csv', content: text }]) : gzipSync(text);
        expect(await cellsOf(folder, 'a', packed)).toEqual(table);
      }),
      { numRuns: 20 },
    );
  });
});

/** Bytes with some of them changed, cut out or put in. */
function spoilt(whole: Buffer): fc.Arbitrary<Buffer> {
  const change = fc.record({
    at: fc.nat(whole.length - 1),
    byte: fc.nat(255),
    cut: fc.nat(3),
    add: fc.nat(2),
  });
  return fc.array(change, { minLength: 1, maxLength: 6 }).map((changes) => {
    let bytes = Buffer.from(whole);
    for (const { at, byte, cut, add } of changes)
      bytes = Buffer.concat([bytes.subarray(0, at), Buffer.alloc(add, byte), bytes.subarray(at + cut)]);
    return bytes;
  });
}

const rows = [header, ['001', '等候太久', 'a'], ['002', '指南不清', 'b']];
const wholes: Readonly<Record<string, Buffer>> = {
  text: Buffer.from(Papa.unparse(rows)),
  gzip: gzipSync(Papa.unparse(rows)),
  zip: zipFile([
    { name: 'a.csv', content: Papa.unparse(rows) },
    { name: 'b.csv', content: Papa.unparse(rows) },
  ]),
  'a stored workbook': zipFile([{ name: 'a.xlsx', content: textWorkbook('xlsx', { S: rows }) }]),
  xlsx: textWorkbook('xlsx', { S: rows, T: rows }),
  xlsb: textWorkbook('xlsb', { S: rows }),
  xls: textWorkbook('biff8', { S: rows }),
  ods: textWorkbook('ods', { S: rows }),
};

/** A file of this size holds no more cells than this, however it was spoilt. */
const mostCells = 100_000;

/** Old workbooks are read in a thread of their own, which takes its time to start; the same ones are tried each time. */
const fewOld = { numRuns: 12, seed: 1 };
const many = { numRuns: 60 };
const isOld = (name: string) => /xls$|xlsb|ods|old|bare/.test(name);

async function isHandled(bytes: Buffer): Promise<void> {
  const result = await readBytes(folder, 'a', bytes);
  if ('code' in result) expect(result.file).toMatch(/^a/);
  else for (const sheet of result) expect(sheet.rows.flat().length).toBeLessThan(mostCells);
}

describe('any bytes', () => {
  it.each(Object.keys(wholes))('%s, spoilt, gives tables or a problem and nothing else', async (name) => {
    const bytes = spoilt(wholes[name] ?? Buffer.alloc(1));
    await fc.assert(fc.asyncProperty(bytes, isHandled), isOld(name) ? fewOld : many);
  });

  it.each([
    { name: 'gzip', start: [0x1f, 0x8b, 8, 0] },
    { name: 'zip', start: [0x50, 0x4b, 3, 4] },
    { name: 'old workbook', start: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
    { name: 'bare workbook', start: [9, 8, 16, 0, 0, 6, 5, 0] },
    { name: 'UTF-16', start: [0xff, 0xfe] },
  ])('that begin like a $name give tables or a problem and nothing else', async ({ name, start }) => {
    const bytes = fc
      .uint8Array({ maxLength: 600 })
      .map((rest) => Buffer.concat([Buffer.from(start), Buffer.from(rest)]));
    await fc.assert(fc.asyncProperty(bytes, isHandled), isOld(name) ? fewOld : many);
  });
});

import { createHash } from 'node:crypto';
import { appendFileSync, rmSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from '../../../src/model/problem.ts';
import { headRows, type Sheet } from '../../../src/model/sheet.ts';
import { ReadFailure } from '../../../src/pipeline/read/failure.ts';
import { hashFile, read } from '../../../src/pipeline/read/read.ts';
import { encoders } from './encode.ts';
import { textWorkbook } from './workbook/make-workbook.ts';
import { fc } from '../../seeded-checks.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhaocha-read-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

interface ReadTable {
  readonly encoding: string;
  readonly delimiter: string;
  /** The first row that is not blank. */
  readonly header: readonly string[];
  readonly rows: readonly (readonly [number, ...string[]])[];
}

/** The one sheet that a text file gives. */
async function readText(...parameters: Parameters<typeof read>): Promise<Sheet> {
  const [sheet, ...others] = await read(...parameters);
  if (sheet === undefined || others.length > 0) throw new Error('a text file gives one sheet');
  return sheet;
}

/** A file read to its end, or the problem that stopped it. */
async function readWhole(path: string): Promise<ReadTable | Problem> {
  try {
    const sheet = await readText({ path, file: 'a.csv' });
    const rows: [number, ...string[]][] = [];
    for await (const batch of sheet.rows())
      for (const [position, cells] of batch.rows.entries()) rows.push([batch.first + position, ...cells]);
    const { encoding, delimiter, head } = sheet;
    expect(head).toEqual(rows.slice(0, headRows).map(([, ...cells]) => cells));
    const top = rows.findIndex(([, ...cells]) => cells.some((cell) => cell.trim() !== ''));
    return { encoding, delimiter, header: (rows[top] ?? []).slice(1).map(String), rows: rows.slice(top + 1) };
  } catch (error) {
    if (error instanceof ReadFailure) return error.problem;
    throw error;
  }
}

async function readBytes(bytes: Buffer | string): Promise<ReadTable | Problem> {
  const path = join(folder, 'a.csv');
  await writeFile(path, bytes);
  return readWhole(path);
}

describe('read', () => {
  it('gives what a file is, its first rows and all its rows as a spreadsheet numbers them', async () => {
    const path = join(folder, 'given.csv');
    const bytes = encoders.GB18030('编号;标题\r\n1;等候太久\r\n\r\n2;指南不清\r\n');
    await writeFile(path, bytes);
    const sheet = await readText({ path, file: 'given.csv' });
    expect(sheet).toMatchObject({
      file: 'given.csv',
      sha256: createHash('sha256').update(bytes).digest('hex'),
      bytes: bytes.length,
      encoding: 'gb18030',
      delimiter: ';',
      head: [['编号', '标题'], ['1', '等候太久'], [''], ['2', '指南不清']],
    });
    expect(await hashFile(path)).toBe(sheet.sha256);
    expect(await readWhole(path)).toMatchObject({
      rows: [
        [2, '1', '等候太久'],
        [3, ''],
        [4, '2', '指南不清'],
      ],
    });
  });

  it('can be asked for the rows again', async () => {
    const path = join(folder, 'again.csv');
    await writeFile(path, 'a,b\n1,2\n');
    const sheet = await readText({ path, file: 'again.csv' });
    for (let time = 0; time < 2; time += 1)
      for await (const batch of sheet.rows())
        expect(batch).toEqual({
          first: 1,
          share: 1,
          rows: [
            ['a', 'b'],
            ['1', '2'],
          ],
        });
  });

  it.each<{ description: string; input: Buffer | string; expected: Partial<Problem> }>([
    { description: 'an empty file', input: '', expected: { code: 'empty-file' } },
    { description: 'nothing but a byte order mark', input: '\ufeff', expected: { code: 'empty-file' } },
    { description: 'nothing but line breaks', input: '\n\r\n\n', expected: { code: 'empty-file' } },
    {
      description: 'letters that prove no encoding',
      input: encoders['Windows-1252']('name\nCafé\n'),
      expected: {
        code: 'encoding-unproven',
        detail: { zh: '字太少，作不得准', en: 'too few letters to go by' },
      },
    },
    {
      description: 'UTF-8 in which a system cut a character in two',
      input: Buffer.concat([
        Buffer.from('编号,标题\n1,等候太久，窗口没有人\n2,办理'),
        Buffer.from([0xe7, 0xaa]),
        Buffer.from('\n'),
      ]),
      expected: {
        code: 'encoding-unproven',
        detail: { zh: '大部分是 UTF-8，但有坏字', en: 'mostly UTF-8, with broken characters' },
      },
    },
    {
      description: 'a web page under the name of a table',
      input: '<html><body><table><tr><td>编号</td></tr></table>',
      expected: { code: 'unknown-format' },
    },
    {
      description: 'zero bytes',
      input: Buffer.from([0x61, 0, 0, 0, 0x62, 1]),
      expected: { code: 'unknown-format', detail: { zh: '含有零字节', en: 'it holds zero bytes' } },
    },
    {
      description: 'a byte in the middle that is not what the rest proved',
      input: Buffer.concat([encoders['UTF-8 with BOM']('编号\n1\n'), Buffer.from([0xff, 0x0a])]),
      expected: { code: 'unreadable-bytes', value: 'UTF-8' },
    },
    { description: 'an open quote', input: 'a,b\n1,2\n2,"3\n', expected: { code: 'broken-quotes', row: 3 } },
  ])('refuses $description', async ({ input, expected }) => {
    expect(await readBytes(input)).toMatchObject({ file: 'a.csv', ...expected });
  });

  it('takes the word of a layout where the bytes prove nothing, and of the layout that fits only', async () => {
    const path = join(folder, 'declared.csv');
    await writeFile(path, encoders['Windows-1252']('Prénom;Note\nRené;très bien\n'));
    const layout = { encoding: 'Windows-1252', recognise: ['Prénom', 'Note'] };
    const source = { path, file: 'declared.csv' };
    const sheet = await readText(source, [{ encoding: 'big5', recognise: ['名'] }, layout]);
    expect(sheet).toMatchObject({ encoding: 'windows-1252', delimiter: ';' });
    for await (const { rows } of sheet.rows())
      expect(rows).toEqual([
        ['Prénom', 'Note'],
        ['René', 'très bien'],
      ]);
    for (const other of [{ ...layout, recognise: ['Nom'] }, { recognise: ['Note'] }])
      await expect(read(source, [other])).rejects.toThrow('encoding-unproven');
    await writeFile(path, 'Prénom;Note\nRené;très bien\n');
    expect(await readText(source, [layout])).toMatchObject({ encoding: 'utf-8' });
  });

  it('takes a header alone: that there is no row is for the check to say', async () => {
    expect(await readBytes('a,b\n')).toMatchObject({ header: ['a', 'b'], rows: [] });
  });

  it('passes over blank lines above the header and still counts them', async () => {
    expect(await readBytes('\n\na,b\n1,2\n')).toMatchObject({ header: ['a', 'b'], rows: [[4, '1', '2']] });
  });

  it('shows the first fifty rows as the head, and does not take blank ones at the top for an empty file', async () => {
    const path = join(folder, 'late.csv');
    await writeFile(path, `${'\n'.repeat(60)}a,b\n1,2\n`);
    expect((await readText({ path, file: 'late.csv' })).head).toEqual(new Array(headRows).fill(['']));
    expect(await readWhole(path)).toMatchObject({ header: ['a', 'b'], rows: [[62, '1', '2']] });
  });

  it('refuses a folder and a link, each by its name', async () => {
    await mkdir(join(folder, 'a folder'));
    await symlink(join(folder, 'given.csv'), join(folder, 'link.csv'));
    await symlink(join(folder, 'nowhere'), join(folder, 'broken link.csv'));
    expect(await readWhole(join(folder, 'a folder'))).toMatchObject({
      code: 'not-a-file',
      detail: { zh: '文件夹', en: 'a folder' },
    });
    for (const name of ['link.csv', 'broken link.csv'])
      expect(await readWhole(join(folder, name))).toMatchObject({
        code: 'not-a-file',
        detail: { zh: '链接', en: 'a link' },
      });
  });

  it('notices a file that is changed while it is read', async () => {
    const path = join(folder, 'changing.csv');
    await writeFile(path, `a,b\n${'1,2\n'.repeat(1000)}`);
    const sheet = await readText({ path, file: 'changing.csv' });
    const taking = async () => {
      for await (const { rows } of sheet.rows()) if (rows.length > 0) appendFileSync(path, '3,4\n');
    };
    await expect(taking).rejects.toMatchObject({ problem: { code: 'file-changed', file: 'changing.csv' } });
  });

  it('notices a file that is taken away, before it is opened and while it is read', async () => {
    const path = join(folder, 'going.csv');
    expect(await readWhole(path)).toMatchObject({ code: 'file-changed' });
    await writeFile(path, `a,b\n${'1,2\n'.repeat(1000)}`);
    const sheet = await readText({ path, file: 'going.csv' });
    const taking = async () => {
      for await (const { rows } of sheet.rows()) if (rows.length > 0) rmSync(path, { force: true });
    };
    await expect(taking).rejects.toMatchObject({ problem: { code: 'file-changed', file: 'going.csv' } });
  });

  it('is told where the name of a file is no UTF-8, as of one that was unpacked from an archive of Windows', async () => {
    const name = Buffer.concat([encoders.GB18030('发现'), Buffer.from('.csv')]);
    await writeFile(Buffer.concat([Buffer.from(join(folder, './')), name]), 'a,b\n1,2\n');
    const listed = (await readdir(folder)).find((one) => one.includes('\ufffd')) ?? '';
    const reading = read({ path: join(folder, listed), file: listed });
    await expect(reading).rejects.toMatchObject({ problem: { code: 'unreadable-name', file: listed } });
  });

  it('notices a workbook that another takes the place of, with the size and the moment that it had', async () => {
    const path = join(folder, 'replaced.xlsx');
    const moment = new Date('2026-03-02T09:00:00Z');
    const book = textWorkbook('xlsx', {
      S: [
        ['a', 'b'],
        ['1', '2'],
      ],
    });
    await writeFile(path, book);
    await utimes(path, moment, moment);
    const [sheet] = await read({ path, file: 'replaced.xlsx' });
    await writeFile(`${path}.new`, book);
    await utimes(`${path}.new`, moment, moment);
    await rename(`${path}.new`, path);
    const taking = async () => {
      for await (const batch of sheet?.rows() ?? []) expect(batch.rows.length).toBeGreaterThan(0);
    };
    await expect(taking).rejects.toMatchObject({ problem: { code: 'file-changed' } });
  });

  it('reads line breaks and quotes that fall on the border of two chunks', async () => {
    const border = 1 << 20;
    const filler = (length: number) => `"${'x'.repeat(length - 7)}",""\r\n`;
    for (const shift of [-3, -2, -1, 0, 1, 2]) {
      const top = '"a","b"\r\n';
      const table = await readBytes(`${top}${filler(border - top.length + shift)}"1","2" \r\n"3" ,"4"\r\n`);
      expect(table, `shift ${shift}`).toMatchObject({
        rows: [expect.anything(), [3, '1', '2'], [4, '3', '4']],
      });
    }
  });
});

/** A table of any texts. Its header names columns, as headers do. */
const tables = fc.integer({ min: 2, max: 4 }).chain((width) =>
  fc.record({
    header: fc.constant(['编号', '标题', 'note', 'x1'].slice(0, width)),
    rows: fc.array(
      fc.array(
        fc.oneof(
          fc.constantFrom(
            '',
            ' ',
            '"',
            '""',
            ',',
            ';',
            '\t',
            '|',
            '\n',
            '\r\n',
            '"x',
            'x"',
            '=1',
            '2025-01-02',
          ),
          fc.string({ unit: 'grapheme' }),
          fc.string({ unit: fc.constantFrom(...'一上部门窗口“”，。ab1,;|\t"\n') }),
        ),
        { minLength: width, maxLength: width },
      ),
      { minLength: 1, maxLength: 6 },
    ),
  }),
);

function write(
  table: { readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] },
  { delimiter, lineBreak, quoteAll }: { delimiter: string; lineBreak: string; quoteAll: boolean },
): string {
  const must = (cell: string) =>
    quoteAll || /["\r\n]/.test(cell) || cell.includes(delimiter) || cell !== cell.trim();
  const cellText = (cell: string) => (must(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const lines = [table.header, ...table.rows].map((row) => row.map(cellText).join(delimiter));
  return lines.map((line) => line + lineBreak).join('');
}

/** What proves an encoding: enough everyday Chinese for GB18030, a byte order mark or a line break for the others. */
const proof = ['办事大厅的窗口人员说明材料要带齐', '等候时间太长', '', ''];

describe('any table', () => {
  it('is read back as it was, in every dialect and encoding that we support', async () => {
    await fc.assert(
      fc.asyncProperty(
        tables,
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.boolean(),
        fc.constantFrom(
          'UTF-8',
          'UTF-8 with BOM',
          'UTF-16LE',
          'UTF-16LE with BOM',
          'UTF-16BE',
          'UTF-16BE with BOM',
        ),
        async ({ header, rows }, delimiter, lineBreak, quoteAll, encoding) => {
          // A lone line break of the other kind inside a cell belongs to the cell; Papa Parse keeps it.
          const text = write({ header, rows }, { delimiter, lineBreak, quoteAll });
          const table = await readBytes(encoders[encoding](text));
          expect(table).toMatchObject({ header, delimiter });
          expect((table as ReadTable).rows.map(([, ...cells]) => cells)).toEqual(rows);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('is read back from GB18030 where it holds Chinese text', async () => {
    const chinese = fc.array(
      fc.array(fc.string({ unit: fc.constantFrom(...'部门窗口人员说明材料要带齐一上ab1,;|"\n') }), {
        minLength: 2,
        maxLength: 2,
      }),
      { minLength: 1, maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(chinese, fc.constantFrom(',', ';', '\t', '|'), async (rows, delimiter) => {
        const table = { header: ['编号', '标题'], rows: [proof.slice(0, 2), ...rows] };
        const text = write(table, { delimiter, lineBreak: '\r\n', quoteAll: false });
        const back = await readBytes(encoders.GB18030(text));
        expect(back).toMatchObject({ header: table.header, delimiter, encoding: 'gb18030' });
        expect((back as ReadTable).rows.map(([, ...cells]) => cells)).toEqual(table.rows);
      }),
      { numRuns: 20 },
    );
  });
});

describe('any bytes', () => {
  it('give a table or a problem: never another error, never a wait without end', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.uint8Array({ maxLength: 60 }).map((tail) => Buffer.concat([Buffer.from('\ufeffa,b\n1,"2'), tail])),
      fc.string({ unit: fc.constantFrom(...',;|\t"\r\n\0a一') }).map((text) => Buffer.from(text)),
      fc
        .string({ unit: fc.constantFrom(...',"\r\na一') })
        .map((text) => Buffer.from(`\ufeff${text}`, 'utf16le')),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async (input) => {
        const result = await readBytes(Buffer.from(input));
        expect('code' in result || result.header.some((cell) => cell.trim() !== '')).toBe(true);
      }),
      { numRuns: 80 },
    );
  });
});

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as workbooks from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it, onTestFinished } from 'vitest';
import { asBytes } from '../../../src/pipeline/package/as-bytes.ts';
import { cellXml, textCell } from '../../../src/pipeline/package/sheet-xml.ts';
import { openWorkbook } from '../../../src/pipeline/package/workbook.ts';
import { fc } from '../../seeded-checks.ts';

function bookPath(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhaocha-workbook-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'book.xlsx');
}

function written(fill: (book: ReturnType<typeof openWorkbook>) => void, mostRows?: number) {
  const path = bookPath();
  const book = openWorkbook(path, mostRows);
  fill(book);
  book.close();
  return workbooks.read(readFileSync(path));
}

const rowsOf = (sheet: workbooks.WorkSheet | undefined) =>
  workbooks.utils.sheet_to_json<unknown[]>(sheet ?? {}, { header: 1, UTC: true });

describe('a workbook', () => {
  it('gives any text back as it was, control characters and what looks like their spelling included', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), {
          minLength: 1,
          maxLength: 20,
        }),
        (texts) => {
          const awkward = [...texts, '_x000D_', '__x0041_', '\u0001\u000b', 'a\nb', ' blank around ', '&lt;'];
          const book = written((one) => {
            one.begin({ name: 'texts', widths: [10], top: null });
            for (const text of awkward) one.row([asBytes(textCell(text, 'text')), one.text(asBytes(text))]);
          });
          expect(rowsOf(book.Sheets['texts'])).toEqual(awkward.map((text) => [text, text]));
        },
      ),
      { numRuns: 50 },
    );
  });

  it('goes on in another sheet, under the same heading, when one is full', () => {
    const book = written((one) => {
      one.begin({ name: 'long', widths: [10], top: [textCell('n', 'head')] });
      for (let row = 1; row <= 5; row += 1) one.row([cellXml('integer', String(row))]);
    }, 3);
    expect(book.SheetNames).toEqual(['long', 'long 2', 'long 3']);
    expect(book.SheetNames.map((name) => rowsOf(book.Sheets[name]))).toEqual([
      [['n'], [1], [2]],
      [['n'], [3], [4]],
      [['n'], [5]],
    ]);
  });

  it('writes a short text once, however many cells show it, and a long one where it stands', () => {
    const long = '长'.repeat(100);
    const path = bookPath();
    const book = openWorkbook(path);
    for (const name of ['one', 'other']) {
      book.begin({ name, widths: [10], top: null });
      for (const text of ['短 & 好', '短 & 好', long]) book.row([book.text(asBytes(text))]);
    }
    book.close();
    const parts = unzipSync(readFileSync(path));
    const text = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
    expect(text('xl/sharedStrings.xml').match(/<si>.*?<\/si>/g)).toEqual([
      '<si><t xml:space="preserve">短 &amp; 好</t></si>',
    ]);
    const cells = text('xl/worksheets/sheet2.xml').match(/<c .*?<\/c>/g);
    expect(cells?.slice(0, 2)).toEqual(Array(2).fill('<c s="1" t="s"><v>0</v></c>'));
    expect(cells?.[2]).toContain(long);
  });

  it('has a sheet in front before the others, though it was written after them', () => {
    const book = written((one) => {
      one.begin({ name: 'rows', widths: [10], top: null });
      one.row([textCell('row', 'text')]);
      one.begin({ name: 'cover', widths: [10], top: null, stands: 'in front' });
      one.row([textCell('cover', 'text')]);
    });
    expect(book.SheetNames).toEqual(['cover', 'rows']);
    expect(book.SheetNames.map((name) => rowsOf(book.Sheets[name]))).toEqual([[['cover']], [['row']]]);
  });

  it('keeps numbers, times and truths as what they are, and a day before March 1900 as text', () => {
    const book = written((one) => {
      one.begin({ name: 'kinds', widths: [10], top: null });
      one.row([
        cellXml('number', '-0.000001'),
        cellXml('time', '17:30:15'),
        cellXml('boolean', 'false'),
        cellXml('date', '1900-02-28'),
        cellXml('date', '1900-03-01'),
        cellXml('id', '007'),
      ]);
    });
    const [row = []] = rowsOf(book.Sheets['kinds']);
    expect(row[0]).toBe(-0.000001);
    expect(Math.round((row[1] as number) * 86_400)).toBe(17 * 3600 + 30 * 60 + 15);
    expect(row.slice(2)).toEqual([false, '1900-02-28', 61, '007']);
  });
});

import { mkdtempSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { fileRows } from '../../../src/site/tables/file-rows.ts';

const text = (rows: readonly string[][]) => `${Papa.unparse([...rows], { newline: '\r\n' })}\r\n`;

const path = join(mkdtempSync(join(tmpdir(), 'zhaocha-rows-')), 'table.csv');

function rowsOf(content: string) {
  writeFileSync(path, content);
  return fileRows(path);
}

describe('fileRows', () => {
  it('finds every row, whatever its cells hold', () => {
    const cells = fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(cells, { minLength: 1, maxLength: 8 }), ([header = [], ...lines]) => {
        const rows = rowsOf(text([header, ...lines]));
        expect(rows.header.toString()).toBe(text([header]));
        expect(rows.count).toBe(lines.length);
        expect(lines.map((_, at) => rows.slice(at, at + 1).toString())).toEqual(
          lines.map((line) => text([line])),
        );
      }),
    );
  });

  it('gives rows that stand apart as one piece', () => {
    const cell = fc.string({ unit: 'grapheme', minLength: 1 });
    const picked = fc.array(cell, { minLength: 1, maxLength: 9 }).chain((lines) => {
      const places = fc.array(fc.nat(lines.length - 1), { maxLength: 12 });
      return fc.tuple(fc.constant(lines), places);
    });
    fc.assert(
      fc.property(picked, ([lines, places]) => {
        const rows = rowsOf(text([['a'], ...lines.map((line) => [line])]));
        expect(rows.pick(places).toString()).toBe(
          places.map((place) => rows.slice(place, place + 1).toString()).join(''),
        );
      }),
    );
  });

  it('gives no row beyond the last', () => {
    const rows = rowsOf('a,b\r\n1,2\r\n');
    expect([rows.count, rows.slice(1, 2).length, rows.pick([1, 7]).length]).toEqual([1, 0, 0]);
  });

  it('finds the rows of a file that is longer than what is looked through at once', () => {
    const line = `"${'长，\r\n'.repeat(20_000)}",2\r\n`;
    const rows = rowsOf(`a,b\r\n${line}${line}`);
    expect(rows.count).toBe(2);
    expect(rows.slice(1, 2).toString()).toBe(line);
  });

  it('stops where the file is cut short meanwhile', () => {
    const rows = rowsOf('a,b\r\n1,2\r\n3,4\r\n');
    truncateSync(path, 12);
    for (const read of [() => rows.slice(1, 2), () => rows.pick([0, 1])])
      expect(read).toThrow('table.csv has been cut short while it is read');
  });
});

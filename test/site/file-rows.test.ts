import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { fileRows } from '../../src/site/file-rows.ts';

const text = (rows: readonly string[][]) => `${Papa.unparse([...rows], { newline: '\r\n' })}\r\n`;

describe('fileRows', () => {
  it('finds every row, whatever its cells hold', () => {
    const cells = fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(cells, { minLength: 1, maxLength: 8 }), ([header = [], ...lines]) => {
        const rows = fileRows(Buffer.from(text([header, ...lines])));
        expect(rows.header.toString()).toBe(text([header]));
        expect(rows.count).toBe(lines.length);
        expect(lines.map((_, at) => rows.slice(at, at + 1).toString())).toEqual(
          lines.map((line) => text([line])),
        );
      }),
    );
  });

  it('gives no row beyond the last', () => {
    const rows = fileRows(Buffer.from('a,b\r\n1,2\r\n'));
    expect([rows.count, rows.slice(1, 2).length]).toEqual([1, 0]);
  });
});

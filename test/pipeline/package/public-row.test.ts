import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it, onTestFinished } from 'vitest';
import { asText } from '../../../src/pipeline/package/as-bytes.ts';
import { eachRow } from '../../../src/pipeline/package/public-row.ts';
import { fc } from '../../seeded-checks.ts';

function fileOf(csv: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhaocha-rows-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'table.csv');
  writeFileSync(path, csv);
  return path;
}

function read(path: string) {
  const rows: string[][] = [];
  const lines: string[] = [];
  eachRow(path, (cells, line) => {
    rows.push(cells.map(asText));
    lines.push(asText(line));
  });
  return { rows, lines };
}

describe('eachRow', () => {
  it('gives the cells of every row, and its line as it stands there', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.constantFrom('', '"', 'a,b', 'one\r\ntwo', '\n', '\r', '说“是”，', ' blank '),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 6 }), (rows) => {
        const csv = (some: readonly (readonly string[])[]) =>
          `${Papa.unparse([...some].map((row) => [...row]))}\r\n`;
        const given = read(fileOf(csv([['header', 'of "it"'], ...rows])));
        expect(given.rows).toEqual(rows);
        expect(given.lines).toEqual(rows.map((row) => csv([row])));
      }),
      { numRuns: 100 },
    );
  });

  it('finds rows that lie across the pieces in which the file is read, however long they are', () => {
    const long = `${'“很长”,\r\n'.repeat(60_000)}"`;
    const rows = Array.from({ length: 9000 }, (_, place) => [
      String(place),
      place % 3000 === 7 ? long : `第 ${place} 行`,
    ]);
    const given = read(fileOf(`n,text\r\n${Papa.unparse(rows)}\r\n`));
    expect(given.rows).toEqual(rows);
  });

  it('gives nothing where there is only a header, and a last row that is not ended', () => {
    expect(read(fileOf('a,b\r\n')).rows).toEqual([]);
    expect(read(fileOf('a,b\r\n1,2')).rows).toEqual([['1', '2']]);
  });
});

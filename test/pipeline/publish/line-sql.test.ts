import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { quoteName } from '../../../src/model/sql-text.ts';
import type { Table } from '../../../src/model/table.ts';
import { writeCells } from '../../../src/pipeline/publish/cells.ts';
import { lineSql } from '../../../src/pipeline/publish/line-sql.ts';
import { writeTable } from '../../../src/pipeline/publish/write-table.ts';
import { openDatabase, type Database } from '../../../src/pipeline/register/database.ts';
import { fc } from '../../seeded-checks.ts';
import { refusedRows } from './refused-rows.ts';

const words = { zh: '字', en: 'word' };
const table: Table = {
  name: 'things',
  row: words,
  key: ['thing_id'],
  columns: [
    { name: 'thing_id', type: 'id', required: true, meaning: words },
    { name: 'title', type: 'text', perLanguage: true, meaning: words },
    { name: 'status', type: 'code', codes: [{ code: 'open', zh: '开', en: 'open' }], meaning: words },
    { name: 'found_on', type: 'date', meaning: words },
    { name: 'found_time', type: 'time', meaning: words },
    { name: 'count', type: 'integer', meaning: words },
    { name: 'late', type: 'boolean', meaning: words },
  ],
};
const languages = ['zh', 'en'];
const names = ['thing_id', 'title_zh', 'title_en', 'status', 'found_on', 'found_time', 'count', 'late'];
const values = Object.fromEntries(names.map((name) => [name, quoteName(name)]));

// The beginnings of formulas, what JavaScript takes for blank, and what has to stand in quotes.
const odd =
  '=+-@＝＋－＠\'"\0, \t\n\v\f\r\u00a0\u1680\u2000\u2009\u200a\u200b\u2028\u2029\u202f\u205f\u3000\ufeff';
const text = fc.string({ unit: fc.constantFrom('a', '找', '😀', ...odd), maxLength: 6 });
const thing = fc.record({
  thing_id: text.filter((id) => id !== ''),
  title_zh: text,
  title_en: text,
  status: fc.constantFrom('', 'open'),
  found_on: fc.constantFrom('', '2025-01-31', '0001-01-01', '9999-12-31'),
  found_time: fc.constantFrom('', '09:05:00'),
  count: fc.constantFrom('', '0', '-3', '1000000'),
  late: fc.constantFrom('', 'true', 'false'),
});
let folder: string;
let store: Database;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhaocha-lines-'));
  store = await openDatabase(folder, 'checking');
});
afterAll(async () => {
  store.close();
  await rm(folder, { recursive: true });
});

/** The lines that the store writes of some things. */
async function linesOf(things: readonly Readonly<Record<string, string>>[]): Promise<string[]> {
  await store.fill(
    'thing_text',
    ['place', ...names],
    things.map((one, place) => [String(place), ...names.map((name) => one[name] ?? '')]),
  );
  const typed = { found_on: 'DATE', count: 'BIGINT', late: 'BOOLEAN' } as Readonly<Record<string, string>>;
  const columns = names.map((name) => `CAST(${name} AS ${typed[name] ?? 'VARCHAR'}) AS ${name}`).join(', ');
  const rows = await store.query(
    `SELECT ${lineSql(table, languages, values)} AS line FROM (SELECT place, ${columns} FROM thing_text) AS thing ORDER BY CAST(place AS INTEGER)`,
  );
  return rows.map(({ line }) => String(line));
}

const numberOr = (cell: string) => (cell === '' ? null : Number(cell));

describe('lineSql', () => {
  it('writes the lines that the rest of the tables are written by, whatever their cells hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(thing, { minLength: 1, maxLength: 300 }), async (things) => {
        const rows = things.map((one) => ({
          ...one,
          count: numberOr(one.count),
          late: one.late === '' ? null : one.late === 'true',
        }));
        const { header, cells } = writeCells(table, rows, languages);
        await writeTable(folder, 'things', header, cells);
        const written = await readFile(join(folder, 'things.csv'), 'utf8');
        expect(`${[header.join(','), ...(await linesOf(things))].join('\r\n')}\r\n`).toBe(written);
      }),
      { numRuns: 20 },
    );
  });

  it.each([
    ...refusedRows,
    {
      description: 'a date that no file of ours can hold',
      row: { thing_id: 'T', found_on: '10000-01-01' },
      message: 'things.csv cannot hold "10000-01-01" in found_on: it is not a date',
    },
  ])('refuses $description', async ({ row, message }) => {
    await expect(linesOf([row])).rejects.toThrow(message);
  });

  it('refuses a column that is not declared, and numbers, which it would write otherwise', () => {
    expect(() => lineSql(table, languages, { ...values, title_fr: 'title_fr' })).toThrow(
      'things.csv has no column title_fr: declare it in published.ts',
    );
    const share = { name: 'share', type: 'number', meaning: words } as const;
    expect(() => lineSql({ ...table, columns: [share] }, languages, { share: 'share' })).toThrow(
      'things.csv has numbers in share: the store writes them otherwise',
    );
  });
});

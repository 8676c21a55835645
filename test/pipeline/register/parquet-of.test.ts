import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { quoteText } from '../../../src/model/sql-text.ts';
import { openDatabase, type Database } from '../../../src/pipeline/register/database.ts';
import { parquetOf } from '../../../src/pipeline/register/parquet-of.ts';
import { gatherTexts } from '../../../src/pipeline/register/text-column.ts';
import { fc } from '../../seeded-checks.ts';

let folder: string;
let database: Database;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhaocha-parquet-'));
  database = await openDatabase(folder, 'checking');
});

afterAll(async () => {
  database.close();
  await rm(folder, { recursive: true });
});

/** The rows as the store reads them, each cell as its bytes; null where a cell is missing. */
async function readBack(rows: readonly (readonly string[])[]): Promise<(string | null)[][]> {
  const path = join(folder, 'rows.parquet');
  const names = (rows[0] ?? []).map((_, place) => `c${place}`);
  const columns = names.map((_, place) => {
    const { add, take } = gatherTexts();
    for (const row of rows) add(row[place] ?? '');
    return take();
  });
  await writeFile(path, parquetOf(names, columns));
  const cells = names.map((name) => `HEX(${name}) AS ${name}`).join(', ');
  const found = await database.query(
    `SELECT ${cells} FROM read_parquet(${quoteText(path)}) ORDER BY CAST(c0 AS BIGINT)`,
  );
  return found.map((row) => names.map((name) => row[name] as string | null));
}

const bytesOf = (rows: readonly (readonly string[])[]) =>
  rows.map((row) =>
    row.map((cell) => (cell === '' ? null : Buffer.from(cell).toString('hex').toUpperCase())),
  );

/** Cells with everything that a reader of delimited text might trip over. */
const cell = fc.oneof(
  fc.string({ unit: 'binary' }).map((text) => text.toWellFormed()),
  fc
    .array(
      fc.constantFrom(
        '"',
        '""',
        '\n',
        '\r',
        '\r\n',
        '\u001f',
        ',',
        "'",
        '\\',
        ' ',
        '\t',
        '\0',
        '\uFEFF',
        'a',
        '中',
        '😀',
        'NULL',
        '#',
        '\u2028',
        '\u001a',
      ),
      { maxLength: 6 },
    )
    .map((parts) => parts.join('')),
);

describe('rows written as Parquet', () => {
  it('are read back by the store cell for cell, whatever the cells hold', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 40 }),
        async (cells) => {
          const rows = cells.map((row, place) => [String(place + 1), ...row]);
          expect(await readBack(rows)).toEqual(bytesOf(rows));
        },
      ),
      { numRuns: 100 },
    );
  });

  it('may repeat themselves or not, column by column', async () => {
    const rows = Array.from({ length: 5000 }, (_, place) => [
      String(place + 1),
      `id-${place}`,
      place % 3 === 0 ? '' : `word-${place % 7}`,
      place < 2000 ? `only-${place}` : 'the same from here on',
      place < 2000 ? 'the same up to here' : `only-${place}`,
      '',
    ]);
    expect(await readBack(rows)).toEqual(bytesOf(rows));
  });

  it('may be of many megabytes', async () => {
    const rows = [
      ['1', 'a'],
      ['2', '"\n'.repeat(2_500_000)],
      ['3', ''],
    ];
    expect(await readBack(rows)).toEqual(bytesOf(rows));
  });
});

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { TableName } from '../../model/published.ts';

/** How many rows are written at a time. */
const rowsAtOnce = 20_000;

function csvOf(header: readonly string[], cells: Cells[]): string {
  const parts = [Papa.unparse([[...header]])];
  for (let start = 0; start < cells.length; start += rowsAtOnce)
    parts.push(Papa.unparse(cells.slice(start, start + rowsAtOnce) as (string | number)[][]));
  return `${parts.join('\r\n')}\r\n`;
}

type Cells = readonly (string | number)[];

/** Writes one table as CSV: UTF-8 without a byte order mark, as RFC 4180 has it. */
export async function writeTable(
  folder: string,
  name: TableName,
  header: readonly string[],
  cells: Cells[],
): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${name}.csv`), csvOf(header, cells));
}

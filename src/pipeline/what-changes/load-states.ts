import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { published, type TableName } from '../../model/published.ts';
import { fileColumns, type Table } from '../../model/table.ts';
import { quoteName, quoteText } from '../../model/sql-text.ts';
import type { Database } from '../register/database.ts';

/** The tables that are compared. */
const compared = [
  'findings',
  'finding_events',
  'figures',
  'answers',
  'questions',
  'departments',
  'halls',
  'services',
  'categories',
  'cohorts',
  'programme',
] as const satisfies readonly TableName[];

/** The names in the first line of a file of ours, which are plain; none where there is no file. */
async function headerOf(path: string): Promise<readonly string[]> {
  try {
    for await (const line of createInterface({ input: createReadStream(path) })) return line.split(',');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  return [];
}

/** The reader needs room for the longest line, and no line is longer than its file. */
const leastRoom = 1 << 16;

async function rowsOf(path: string, header: readonly string[]): Promise<string> {
  const room = Math.max((await stat(path)).size, leastRoom) + 1;
  const columns = header.map((name) => `${quoteText(name)}: 'VARCHAR'`).join(', ');
  return `read_csv(${quoteText(path)}, columns = {${columns}}, auto_detect = false, header = true, delim = ',', quote = '"',
    escape = '"', new_line = '\\r\\n', parallel = false, max_line_size = ${room}, buffer_size = ${room})`;
}

/** Loads one table with the columns that are declared now; one that its file lacks is blank, as in a release of older days. */
async function loadTable(
  database: Database,
  side: 'before' | 'after',
  name: TableName,
  folder: string | null,
  languages: readonly string[],
): Promise<void> {
  const path = folder === null ? '' : join(folder, `${name}.csv`);
  const header = folder === null ? [] : await headerOf(path);
  const cells = fileColumns(published[name] as Table, languages).map(({ name: column }) =>
    header.includes(column)
      ? `COALESCE(${quoteName(column)}, '') AS ${quoteName(column)}`
      : `'' AS ${quoteName(column)}`,
  );
  const rows = header.length === 0 ? '(SELECT 1) WHERE FALSE' : await rowsOf(path, header);
  await database.run(`CREATE TABLE ${side}_${name} AS SELECT ${cells.join(', ')} FROM ${rows}`);
}

/** Loads the compared tables of both states: `before_findings`, `after_findings` and so on, all text. Nothing is before a first publication. */
export async function loadStates(
  database: Database,
  live: string | null,
  candidate: string,
  languages: readonly string[],
): Promise<void> {
  for (const name of compared) {
    await loadTable(database, 'before', name, live, languages);
    await loadTable(database, 'after', name, candidate, languages);
  }
}

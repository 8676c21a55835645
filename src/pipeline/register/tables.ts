import type { Database } from './database.ts';
import { statementsOf } from './sql.ts';

/** Makes a table of text from rows that are at hand. */
export async function fillTable(
  database: Database,
  table: string,
  columns: readonly string[],
  rows: readonly string[][],
) {
  const filling = await database.fill(table, columns);
  filling.add(rows);
  filling.done();
}

/** Runs one of this folder's SQL files, with its `{slots}` filled. */
export async function runFile(
  database: Database,
  name: string,
  slots: Readonly<Record<string, string>> = {},
) {
  for (const statement of statementsOf(name, slots)) await database.run(statement);
}

import type { Database } from './database.ts';
import { statementsOf } from './sql.ts';

/** Runs one of this folder's SQL files, with its `{slots}` filled. */
export async function runFile(
  database: Database,
  name: string,
  slots: Readonly<Record<string, string>> = {},
) {
  for (const statement of statementsOf(name, slots)) await database.run(statement);
}

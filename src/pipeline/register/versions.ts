import type { Problem } from '../../model/problem.ts';
import type { RecordKind } from '../../model/record.ts';
import type { Settings } from '../../model/settings.ts';
import { afterCutoff } from './after-cutoff.ts';
import type { Database } from './database.ts';
import { keyExpression } from './keys.ts';
import { contentExpression, rawTable } from './raw.ts';
import { statementsOf } from './sql.ts';

/** Rows of a drop that share their key with others. */
export interface SharedRows {
  readonly dropRank: number;
  /** Those with the same content as the row before them. */
  readonly same: number;
  /** Those that a later drop gives anew. */
  readonly superseded: number;
  /** How many of these two come after the cut-off. */
  readonly late: number;
}

/** The table of the rows of a kind that share their key with others. */
const sharedTable = (kind: RecordKind) => `shared_${kind}`;

/** Makes a table of the rows of a kind that repeat, correct or contradict another, and counts those of every drop. */
export async function openShared(
  database: Database,
  kind: RecordKind,
  settings: Settings,
): Promise<SharedRows[]> {
  const [statement = ''] = statementsOf('versions.sql', {
    table: kind === 'responses' ? 'contested_responses' : rawTable(kind),
    key: keyExpression(kind),
    content: contentExpression(kind, settings),
    nth: kind === 'events' ? 'nth' : '1',
    after: afterCutoff[kind],
  });
  await database.run(`CREATE TABLE ${sharedTable(kind)} AS ${statement}`);
  const rows = await database.query(`
    SELECT drop_rank, COUNT(CASE WHEN same THEN 1 END) AS same, COUNT(CASE WHEN superseded THEN 1 END) AS superseded,
      COUNT(CASE WHEN after_cutoff AND (same OR superseded) THEN 1 END) AS late
    FROM ${sharedTable(kind)} GROUP BY drop_rank ORDER BY drop_rank`);
  return rows.map((row) => ({
    dropRank: Number(row['drop_rank']),
    same: Number(row['same']),
    superseded: Number(row['superseded']),
    late: Number(row['late']),
  }));
}

/** Kinds of which a drop may hold several with one key: two replies on one day are two replies. */
const mayShareKey: readonly RecordKind[] = ['events'];

/** How many rows each drop has that an earlier one has just so: of a register that is exported whole each time, most. */
async function givenAgain(
  database: Database,
  kind: RecordKind,
  files: readonly string[],
): Promise<Problem[]> {
  const rows = await database.query(
    `SELECT drop_rank, COUNT(*) AS again FROM ${sharedTable(kind)} WHERE same AND NOT in_one_drop GROUP BY drop_rank ORDER BY drop_rank`,
  );
  return rows.map((row) => ({
    code: 'rows-given-again',
    file: files[Number(row['drop_rank']) - 1] ?? '',
    value: String(row['again']),
  }));
}

/**
 * What there is to say of shared rows: those that a drop repeats one by one, those that an earlier drop has in one line, or what
 * has to be looked at would be lost among them. All are counted once; contradictions within a drop must be mended.
 */
export async function* versionProblems(
  database: Database,
  kind: RecordKind,
  files: readonly string[],
): AsyncGenerator<Problem> {
  const told = mayShareKey.includes(kind) ? 'same AND in_one_drop' : 'in_one_drop';
  const rows = database.stream(
    `SELECT drop_rank, source_row, record_key, same FROM ${sharedTable(kind)} WHERE ${told} ORDER BY drop_rank, source_row`,
  );
  for await (const row of rows)
    yield {
      code: row['same'] === true ? 'repeated-row' : 'conflicting-row',
      file: files[Number(row['drop_rank']) - 1] ?? '',
      row: Number(row['source_row']),
      value: String(row['record_key']).trim(),
    };
  yield* await givenAgain(database, kind, files);
}

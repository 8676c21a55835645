import type { Problem } from '../../model/problem.ts';
import type { RecordKind } from '../../model/record.ts';
import type { Settings } from '../../model/settings.ts';
import { afterCutoff } from './after-cutoff.ts';
import type { Database } from './database.ts';
import { keyExpression } from './keys.ts';
import { contentExpression, rawTable } from './raw.ts';
import { statementsOf } from './sql.ts';

/** A row that shares its key with another. */
export interface SharedRow {
  readonly dropRank: number;
  readonly row: number;
  readonly key: string;
  /** The same content as the row before it. */
  readonly same: boolean;
  /** The row before it stands in the same drop. */
  readonly inOneDrop: boolean;
  /** A later drop gives the same record anew. */
  readonly superseded: boolean;
  readonly afterCutoff: boolean;
}

/** The rows of a kind that repeat, correct or contradict another, and those that are corrected. */
export async function sharedRows(
  database: Database,
  kind: RecordKind,
  settings: Settings,
): Promise<SharedRow[]> {
  const [statement = ''] = statementsOf('versions.sql', {
    table: kind === 'responses' ? 'contested_responses' : rawTable(kind),
    key: keyExpression(kind),
    content: contentExpression(kind, settings),
    nth: kind === 'events' ? 'nth' : '1',
    after: afterCutoff[kind],
  });
  const rows = await database.query(statement);
  return rows.map((row) => ({
    dropRank: Number(row['drop_rank']),
    row: Number(row['source_row']),
    key: String(row['record_key']).trim(),
    same: row['same'] === true,
    inOneDrop: row['in_one_drop'] === true,
    superseded: row['superseded'] === true,
    afterCutoff: row['after_cutoff'] === true,
  }));
}

/** Kinds of which a drop may hold several with one key: two replies on one day are two replies. */
const mayShareKey: readonly RecordKind[] = ['events'];

/** What there is to say of shared rows: repeated ones are counted once, contradictions within a drop must be mended. */
export function versionProblems(
  kind: RecordKind,
  rows: readonly SharedRow[],
  files: readonly string[],
): Problem[] {
  return rows.flatMap(({ dropRank, row, key, same, inOneDrop }): Problem[] => {
    const file = files[dropRank - 1] ?? '';
    if (same) return [{ code: 'repeated-row', file, row, value: key }];
    return inOneDrop && !mayShareKey.includes(kind)
      ? [{ code: 'conflicting-row', file, row, value: key }]
      : [];
  });
}

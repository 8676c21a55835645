import type { Problem } from '../../model/problem.ts';
import { recordKeys, type RecordKind } from '../../model/record.ts';
import type { Correction } from '../../model/register.ts';
import type { Settings } from '../../model/settings.ts';
import { quoteName, type Database } from './database.ts';
import { contentExpression, rawTable } from './raw.ts';
import { statementsOf } from './sql.ts';

/** A row that came after another with the same key. */
export interface LaterRow {
  readonly dropRank: number;
  readonly row: number;
  readonly key: string;
  /** The same content as the row before it. */
  readonly same: boolean;
  readonly inOneDrop: boolean;
}

function keyExpression(kind: RecordKind): string {
  return recordKeys[kind]
    .map((name) => `COALESCE(CAST(${quoteName(name)} AS VARCHAR), '')`)
    .join(` || ' ' || `);
}

/** The rows of a kind that repeat, correct or contradict an earlier one. */
export async function laterRows(
  database: Database,
  kind: RecordKind,
  settings: Settings,
): Promise<LaterRow[]> {
  const [statement = ''] = statementsOf('versions.sql', {
    table: rawTable(kind),
    key: keyExpression(kind),
    content: contentExpression(kind, settings),
  });
  const rows = await database.query(statement);
  return rows.map((row) => ({
    dropRank: Number(row['drop_rank']),
    row: Number(row['source_row']),
    key: String(row['record_key']).trim(),
    same: row['same'] === true,
    inOneDrop: row['in_one_drop'] === true,
  }));
}

/** Kinds of which a drop may hold several with one key: two replies on one day are two replies. */
const mayShareKey: readonly RecordKind[] = ['events'];

/** What there is to say of later rows: repeated ones are counted once, contradictions within a drop must be mended. */
export function versionProblems(
  kind: RecordKind,
  rows: readonly LaterRow[],
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

/** What later drops changed in the findings up to the cut-off, field by field. */
export async function corrections(database: Database, files: readonly string[]): Promise<Correction[]> {
  const rows = await database.query(
    `SELECT * FROM finding_version WHERE finding_id IN (SELECT finding_id FROM finding_version WHERE version_back = 2) AND finding_id IN (SELECT finding_id FROM finding) ORDER BY finding_id, version_back DESC`,
  );
  const service = new Set(['drop_rank', 'source_row', 'version_back', 'carried_by']);
  return rows.flatMap((row, position): Correction[] => {
    const before = rows[position - 1];
    if (before === undefined || before['finding_id'] !== row['finding_id']) return [];
    return Object.keys(row)
      .filter((column) => !service.has(column) && row[column] !== before[column])
      .map((column) => ({
        finding_id: String(row['finding_id']),
        column,
        before: String(before[column] ?? ''),
        after: String(row[column] ?? ''),
        corrected_by: files[Number(row['drop_rank']) - 1] ?? '',
      }));
  });
}

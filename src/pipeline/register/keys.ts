import { recordKeys, type RecordKind } from '../../model/record.ts';
import { quoteName } from '../../model/sql-text.ts';

/** What tells the records of a kind apart, as one text in SQL. */
export function keyExpression(kind: RecordKind, table?: string): string {
  const from = table === undefined ? '' : `${table}.`;
  return recordKeys[kind]
    .map((name) => `COALESCE(CAST(${from}${quoteName(name)} AS VARCHAR), '')`)
    .join(` || ' ' || `);
}

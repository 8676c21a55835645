import type { CheckedDrop } from '../../model/batch.ts';
import type { RecordKind } from '../../model/record.ts';
import { quoteName } from '../../model/sql-text.ts';
import { keyExpression } from './keys.ts';

/** A column of the store and the SQL type it is read as. */
export interface StoredColumn {
  readonly name: string;
  readonly type: string;
}

/** The ranks of the drops that have a column of their own kind; null where all or none have it. */
function ranksStating(column: string, kind: RecordKind, drops: readonly CheckedDrop[]): number[] | null {
  const own = drops.flatMap((drop, position) =>
    drop.kinds[0] === kind ? [{ rank: position + 1, stated: new Set(drop.stated) }] : [],
  );
  const stating = own.filter(({ stated }) => stated.has(column)).map(({ rank }) => rank);
  return stating.length === 0 || stating.length === own.length ? null : stating;
}

/**
 * A query for the rows of a kind in which a column that a drop lacks has the value that an earlier drop gave: an absent
 * column says nothing, a blank cell says that it is blank. Of several rows with one key the n-th follows the n-th. Null
 * where every drop has the same columns. `columns` are those of the store, `others` those that come along.
 */
export function filledQuery(
  kind: RecordKind,
  from: string,
  columns: readonly StoredColumn[],
  others: readonly string[],
  drops: readonly CheckedDrop[],
): string | null {
  const sparse = columns.flatMap(({ name, type }) => {
    const ranks = ranksStating(name, kind, drops);
    return ranks === null ? [] : [{ name, type, ranks }];
  });
  if (sparse.length === 0) return null;
  const said = (name: string) => quoteName(`said:${name}`);
  const times = (name: string) => quoteName(`times:${name}`);
  const group = `${keyExpression(kind)}, carried_by${others.includes('nth') ? ', nth' : ''}`;
  const saying = sparse.map(
    ({ name, ranks }) =>
      `CASE WHEN ${quoteName(name)} IS NOT NULL OR drop_rank IN (${ranks.join(', ')}) OR carried_by IS NOT NULL THEN COALESCE(CAST(${quoteName(name)} AS VARCHAR), '') END AS ${said(name)}`,
  );
  const counting = sparse.map(
    ({ name }) =>
      `COUNT(${said(name)}) OVER (PARTITION BY ${group} ORDER BY drop_rank, source_row ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS ${times(name)}`,
  );
  const kept = columns.map(({ name, type }) =>
    sparse.some((one) => one.name === name)
      ? `CAST(NULLIF(MAX(${said(name)}) OVER (PARTITION BY ${group}, ${times(name)}), '') AS ${type}) AS ${quoteName(name)}`
      : quoteName(name),
  );
  return `SELECT ${[...others, ...kept].join(', ')} FROM (SELECT *, ${counting.join(', ')} FROM (SELECT *, ${saying.join(', ')} FROM ${from}) AS saying) AS counted`;
}

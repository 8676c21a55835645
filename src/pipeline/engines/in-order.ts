import type { Value, ValueRow } from '../../model/query.ts';

/** The columns that a statement orders its rows by, of those that its rows have. */
function orderOf(statement: string, columns: readonly string[]): string[] {
  const order = /\bORDER BY ([^()]+)$/.exec(statement.trim())?.[1] ?? '';
  return order
    .split(',')
    .map((one) => one.trim())
    .map((one) => columns[Number(one) - 1] ?? one.replace(/^\w+\./, ''))
    .filter((column) => columns.includes(column));
}

function compare(one: Value, other: Value): number {
  if (one === other) return 0;
  if (one === null || other === null) return one === null ? 1 : -1;
  return one < other ? -1 : 1;
}

/**
 * Rows in the order that their statement asks for. Engines agree on it but for letters, which each compares as its country
 * does, and for what is missing: here it is that of the embedded store, letter by letter, what is missing last.
 *
 * @example
 * inOrder('SELECT a FROM t ORDER BY 1', [{ a: 'b' }, { a: null }, { a: 'B' }]); // => [{ a: 'B' }, { a: 'b' }, { a: null }]
 */
export function inOrder(statement: string, rows: readonly ValueRow[]): ValueRow[] {
  const order = orderOf(statement, Object.keys(rows[0] ?? {}));
  return rows.toSorted((a, b) => {
    for (const column of order) {
      const difference = compare(a[column] ?? null, b[column] ?? null);
      if (difference !== 0) return difference;
    }
    return 0;
  });
}

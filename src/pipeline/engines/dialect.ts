import type { ColumnType } from './engine.ts';

/**
 * All in which engines differ that understand the same statements otherwise. Spark is told to take names in double quotes
 * as standard SQL has them (`spark.ts`).
 */
export interface Dialect {
  /** What the types of columns are called. */
  readonly types: Readonly<Record<ColumnType, string>>;
  /** A text as it stands in a statement. */
  readonly text: (text: string) => string;
  /** Begins a statement that keeps the rows of a query for the session. */
  readonly keep: (name: string) => string;
}

const doubled = (text: string) => `'${text.replaceAll("'", "''")}'`;
const escaped = (text: string) => `'${text.replaceAll(/['\\]/g, '\\$&')}'`;

const inTable = (name: string) => `CREATE TEMPORARY TABLE ${name} AS`;

/** The engines whose way of writing is known. */
export const dialects = {
  duckdb: {
    types: { text: 'VARCHAR', date: 'DATE', count: 'BIGINT', 'yes-no': 'BOOLEAN' },
    text: doubled,
    keep: inTable,
  },
  postgres: {
    types: { text: 'TEXT', date: 'DATE', count: 'BIGINT', 'yes-no': 'BOOLEAN' },
    text: doubled,
    keep: inTable,
  },
  spark: {
    types: { text: 'STRING', date: 'DATE', count: 'BIGINT', 'yes-no': 'BOOLEAN' },
    text: escaped,
    keep: (name) => `CACHE TABLE ${name} AS`,
  },
} as const satisfies Record<string, Dialect>;

/**
 * A name as all engines write it.
 *
 * @example
 * nameOf('question:q"1'); // => '"question:q""1"'
 */
export function nameOf(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/**
 * A small table written out in a statement, every cell a text.
 *
 * @example
 * writtenOut(dialects.duckdb, 'choice', ['id'], [['a'], ["b's"]]); // => "(VALUES ('a'), ('b''s')) AS choice(id)"
 */
export function writtenOut(
  { text }: Dialect,
  name: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  if (rows.length === 0)
    return `(SELECT ${columns.map((column) => `'' AS ${column}`).join(', ')} WHERE FALSE) AS ${name}`;
  const lines = rows.map((row) => `(${row.map((cell) => text(cell)).join(', ')})`);
  return `(VALUES ${lines.join(', ')}) AS ${name}(${columns.join(', ')})`;
}

import { dialects, nameOf } from './dialect.ts';
import type { Lend, Lent, Store } from './engine.ts';

const { types, text } = dialects.duckdb;

/** What stands for a missing value in a CSV file, where '' is a text without letters. */
export const missing = '\\N';

const forms = {
  parquet: 'FORMAT parquet, COMPRESSION zstd',
  csv: `FORMAT csv, HEADER false, NULLSTR ${text(missing)}`,
};

/** A query for the rows of a lent table, each column of its type. */
export function lentQuery({ name, columns, from }: Lent): string {
  const cells = Object.entries(columns).map(
    ([column, type]) => `CAST(${nameOf(column)} AS ${types[type]}) AS ${nameOf(column)}`,
  );
  return `SELECT ${cells.join(', ')} FROM ${from ?? name} AS lent`;
}

/** Lends tables of the embedded store as files. */
export function lendFrom(store: Store): Lend {
  return (table, path, form) => store.run(`COPY (${lentQuery(table)}) TO ${text(path)} (${forms[form]})`);
}

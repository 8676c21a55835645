import type { Difference } from '../difference.ts';
import { cell, numberIn, type Row } from '../read-table.ts';

/** A row as it was counted again: numbers, and texts as they stand. */
type Again = Readonly<Record<string, number | string | null>>;

const decimals = 1e6;

/** Six decimals, as they are published. */
function publishedAs(value: number | string | null): number | string {
  if (value === null) return '';
  return typeof value === 'string' ? value : Math.round(value * decimals) / decimals;
}

/** Holds the columns of a published row against what was counted again; one that its version did not have tells nothing. */
export function compareRow(row: Row, where: string, again: Again, columns: readonly string[]): Difference[] {
  return columns.flatMap((column): Difference[] => {
    if (!(column in row)) return [];
    const expected = publishedAs(again[column] ?? null);
    const found = typeof expected === 'number' ? (numberIn(row, column) ?? '') : cell(row, column);
    return expected === found
      ? []
      : [
          {
            check: 'recount',
            where: `${where}, ${column}`,
            expected: String(expected),
            found: String(found),
          },
        ];
  });
}

/** Holds a whole table against the rows that were counted again, by key: none may be missing, none too many. */
export function compareTable<One extends { readonly key: string }>(
  name: string,
  rows: readonly Row[],
  key: readonly string[],
  again: readonly One[],
): Difference[] {
  const whereOf = (one: string) => `${name}.csv ${one}`;
  const given = new Map(rows.map((row) => [key.map((column) => cell(row, column)).join('|'), row]));
  const wanted = new Set(again.map((one) => one.key));
  const presence = (where: string, expected: string, found: string): Difference => ({
    check: 'recount',
    where,
    expected,
    found,
  });
  return [
    ...again.flatMap((one) => {
      const row = given.get(one.key);
      const columns = Object.keys(one).filter((column) => column !== 'key');
      return row === undefined
        ? [presence(whereOf(one.key), 'a row', 'none')]
        : compareRow(row, whereOf(one.key), { ...one }, columns);
    }),
    ...[...given.keys()]
      .filter((one) => !wanted.has(one))
      .map((one) => presence(whereOf(one), 'no such row', 'a row')),
  ];
}

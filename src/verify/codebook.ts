import type { FileColumn } from '../model/table.ts';
import type { Difference, SiteFiles } from './difference.ts';
import { cell, rowsOf, type PublicTables } from './read-table.ts';

/** A column as the codebook of a site declares it. */
export type DeclaredColumn = Pick<FileColumn, 'name' | 'type'>;

/**
 * The columns of every table, as a site declares them itself: a site of another version may have more or less of both than ours, and
 * what it does not declare is not missing.
 */
export type Codebook = ReadonlyMap<string, readonly DeclaredColumn[]>;

/** Reads the codebook of a site. */
export async function readCodebook(files: Pick<SiteFiles, 'read'>): Promise<Codebook> {
  const rows = rowsOf(await files.read('data/latest/codebook.csv'));
  const tables = Map.groupBy(rows, (row) => cell(row, 'table'));
  return new Map(
    [...tables].map(([table, columns]) => [
      table,
      columns.map((row) => ({ name: cell(row, 'column'), type: cell(row, 'type') as FileColumn['type'] })),
    ]),
  );
}

/** Every table has the columns that the codebook of its site declares: none can be taken out in silence. */
export function checkColumns(tables: PublicTables, codebook: Codebook): Difference[] {
  return Object.entries(tables).flatMap(([table, [first]]): Difference[] => {
    if (first === undefined) return [];
    const expected = (codebook.get(table) ?? []).map(({ name }) => name).join();
    const found = Object.keys(first).join();
    return expected === found ? [] : [{ check: 'form', where: `${table}.csv, columns`, expected, found }];
  });
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileIndex, type Form, type TableName } from '../model/published.ts';
import type { RowOf } from '../model/table.ts';
import { readDeclared } from './read-tables.ts';

/** One file of the downloads: a row of `data/index.csv`. */
export type FileRow = RowOf<typeof fileIndex>;

const folder = join(process.env['ZHAOCHA_TABLES'] ?? '', '..');

/** Every file of the downloads. None while the site is shown live: they are made when it is built. */
export const files: readonly FileRow[] = existsSync(join(folder, 'index.csv'))
  ? readDeclared<FileRow>(folder, fileIndex, [])
  : [];

const byAddress = new Map(files.map((row) => [row.file, row]));

/** The file at an address under `data/`. */
export function fileAt(address: string): FileRow | undefined {
  return byAddress.get(address);
}

/** A table in one of its forms. */
export function fileOf(table: TableName, form: Form): FileRow | undefined {
  return fileAt(`latest/${table}.${form}`);
}

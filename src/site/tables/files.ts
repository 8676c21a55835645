import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileIndex, type Form, type TableName } from '../../model/published.ts';
import type { RowOf } from '../../model/table.ts';
import { readDeclared } from './read-tables.ts';

/** One file of the downloads: a row of `data/index.csv`. */
export type FileRow = RowOf<typeof fileIndex>;

const folder = join(process.env['ZHAOCHA_TABLES'] ?? '', '..');

const index = join(folder, 'index.csv');

/** How often to look whether the downloads are there, in milliseconds. */
const between = 50;

/** Whether the downloads are being made beside the pages, so that what is linked will be there. */
export const downloadsComing = process.env['ZHAOCHA_DOWNLOADS'] === 'coming';

/** Whether the downloads are there, or will never be; their index is the last of them. */
export const areDownloadsMade = (): boolean => !downloadsComing || existsSync(index);

/** Waits for the downloads while they are still being made beside the pages. */
export async function downloadsMade(): Promise<void> {
  while (!areDownloadsMade()) await setTimeout(between);
}

let known: readonly FileRow[] | undefined;

/** Every file of the downloads. None while the site is shown live: they are made when it is built. */
export function files(): readonly FileRow[] {
  known ??= existsSync(index) ? readDeclared<FileRow>(folder, fileIndex, []) : [];
  return known;
}

let byAddress: ReadonlyMap<string, FileRow> | undefined;

/** The file at an address under `data/`. */
export function fileAt(address: string): FileRow | undefined {
  byAddress ??= new Map(files().map((row) => [row.file, row]));
  return byAddress.get(address);
}

/** A table in one of its forms. */
export function fileOf(table: TableName, form: Form): FileRow | undefined {
  return fileAt(`latest/${table}.${form}`);
}

import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import Papa from 'papaparse';

/** One row of a public table, each cell as the text it stands for. */
export type TextRow = Readonly<Record<string, string>>;

/** Takes off the one apostrophe that keeps a spreadsheet from reading a text as a formula. */
function unescaped(cell: string): string {
  return /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}

/** Reads one public table, or part of one, as rows of text. */
export async function readTable(path: string): Promise<TextRow[]> {
  const { data } = Papa.parse<Record<string, string>>(await readFile(path, 'utf8'), {
    header: true,
    skipEmptyLines: true,
    transform: unescaped,
  });
  return data;
}

/** Reads the public tables that a site offers for download, each as rows of text. */
export async function readDownloads(folder: string): Promise<Map<string, TextRow[]>> {
  const tables = new Map<string, TextRow[]>();
  const latest = join(folder, 'data', 'latest');
  const names = (await readdir(latest)).filter((name) => name.endsWith('.csv'));
  for (const path of [...names.map((name) => join(latest, name)), join(folder, 'data', 'index.csv')]) {
    tables.set(basename(path, '.csv'), await readTable(path));
  }
  return tables;
}

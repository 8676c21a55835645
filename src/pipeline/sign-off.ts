import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';

/** Who stood up for a release. */
export interface SignOff {
  readonly release: number;
  readonly version: string;
  /** The moment, as ISO text. */
  readonly at: string;
  /** The name of the person. */
  readonly by: string;
}

const columns = ['release', 'version', 'at', 'by'] as const;

/** Beside the releases and not among them: names of staff stay in the office. */
const file = (data: string) => join(data, 'sign-offs.csv');

/** Adds a line to `sign-offs.csv` of a programme: who released what, and when. Private, like the drops. */
export async function signOff(data: string, one: SignOff): Promise<void> {
  const before = await readFile(file(data), 'utf8').catch(() => '');
  const rows = [...(before === '' ? [[...columns]] : []), columns.map((column) => String(one[column]))];
  // An editor may have left out the last line break.
  const begin = before === '' || before.endsWith('\n') ? '' : '\n';
  await appendFile(file(data), `${begin}${Papa.unparse(rows, { newline: '\n', escapeFormulae: true })}\n`);
}

/** Who signed which release; none where nobody was asked. */
export async function readSignOffs(data: string): Promise<SignOff[]> {
  const text = await readFile(file(data), 'utf8').catch(() => '');
  const { data: rows } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  return rows.map((row) => ({
    release: Number(row['release']),
    version: row['version'] ?? '',
    at: row['at'] ?? '',
    by: row['by'] ?? '',
  }));
}

import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { published, type TableName } from '../model/published.ts';

/*
 * A page is taken over from the last site when nothing that it is made of has changed. What every page may be made of is the
 * frame: the code, the lists and the settings. While it stays, the pages tell by their keys whether they have changed; the record
 * of a site keeps both, beside the cache and never published.
 */

/** A site about to be rendered. */
export interface Carrying {
  readonly root: string;
  /** The folder of the published tables. */
  readonly tables: string;
  readonly languages: readonly string[];
  /** Where the last site stands. */
  readonly out: string;
  /** The hash of the code that renders. */
  readonly code: string;
}

/** Tables that a page with a key shows by single rows: its key tells of those. */
const byRow: readonly TableName[] = ['findings', 'finding_events', 'changes'];

/** Tables that no page with a key reads: they change with every drop. Counts and figures of subjects are such. */
const unread: ReadonlySet<string> = new Set([
  'visits',
  'quality',
  ...Object.values(published)
    .filter(({ columns }) => columns.some(({ name }) => name === 'subject_kind'))
    .map(({ name }) => name),
]);

/** Whether a table has any row: that decides which parts of the site the navigation of every page names. */
async function hasRows(tables: string, name: TableName): Promise<boolean> {
  return (await readFile(join(tables, `${name}.csv`), 'utf8')).trimEnd().includes('\n');
}

/** The hash of what every page may be made of. */
export async function frameOf({ code, tables, languages }: Carrying): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify([code, languages]));
  for (const name of Object.keys(published) as TableName[]) {
    if (byRow.includes(name)) continue;
    const shown = unread.has(name)
      ? String(await hasRows(tables, name))
      : await readFile(join(tables, `${name}.csv`));
    hash.update(name).update(shown);
  }
  return hash.digest('base64url');
}

function recordFile({ root, out }: Carrying): string {
  const name = createHash('sha256').update(out).digest('base64url');
  return join(root, '.cache', 'sites', `${name}.tsv`);
}

/** The first line of a file; '' where there is none. */
async function firstLine(path: string): Promise<string> {
  const file = await open(path).catch(() => null);
  if (file === null) return '';
  try {
    for await (const line of file.readLines()) return line;
    return '';
  } finally {
    await file.close();
  }
}

/** The record of the last site, if it has the same frame; '' where nothing can be taken over. */
export async function lastRecord(carrying: Carrying, frame: string): Promise<string> {
  const file = recordFile(carrying);
  return (await firstLine(file)) === frame ? file : '';
}

/** Records what the pages of a site were made of, for the next build. */
export async function recordSite(carrying: Carrying, frame: string, made: readonly string[]): Promise<void> {
  const file = recordFile(carrying);
  const lines = await Promise.all(made.map((part) => readFile(part, 'utf8')));
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.${process.pid}`, `${frame}\n${lines.join('')}`);
  await rename(`${file}.${process.pid}`, file);
}

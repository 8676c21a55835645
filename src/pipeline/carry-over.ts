import { createHash } from 'node:crypto';
import { copyFileSync, linkSync, mkdirSync, statSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import Papa from 'papaparse';
import { published, type TableName } from '../model/published.ts';
import { hashCode } from './hash-code.ts';

/*
 * The page of a finding is taken over from the last site when nothing that it is made of has changed: its own rows, the
 * rows of the findings it is linked with, the lists and settings, and the code. Everything else is rendered anew.
 */

/** What the pages of a site were made of, and how each stood when it was made. Kept beside the cache, never published. */
interface Made {
  /** The hash of what every page depends on. */
  readonly frame: string;
  /** By finding: the hash of its rows, and the marks of its files. */
  readonly findings: Readonly<Record<string, { readonly rows: string; readonly pages: readonly string[] }>>;
}

/** A site about to be rendered. */
export interface Carrying {
  readonly root: string;
  /** The folder of the published tables. */
  readonly tables: string;
  readonly languages: readonly string[];
  /** Where the last site stands. */
  readonly out: string;
}

/** Which findings keep their page, and the hashes of all rows. */
export interface CarryOver {
  readonly kept: readonly string[];
  readonly frame: string;
  readonly rows: ReadonlyMap<string, string>;
}

/** The tables of which a finding's page shows single rows; the others it may show as a whole. */
const byFinding: readonly TableName[] = ['findings', 'finding_events', 'changes'];

/** Tables that no finding's page reads: they change with every drop. Counts and figures of subjects are such. */
const unread: ReadonlySet<string> = new Set([
  'visits',
  'quality',
  ...Object.values(published)
    .filter(({ columns }) => columns.some(({ name }) => name === 'subject_kind'))
    .map(({ name }) => name),
]);

/** What the pages are rendered by. */
const code = ['src/site', 'src/model', 'src/statistics', 'astro.config.mjs', 'package-lock.json'];

const sha = (text: string | Buffer) => createHash('sha256').update(text).digest('base64url');

/** Whether a table has any row: that decides which parts of the site the navigation of every page names. */
async function hasRows(tables: string, name: TableName): Promise<boolean> {
  return (await readFile(join(tables, `${name}.csv`), 'utf8')).trimEnd().includes('\n');
}

async function frameOf({ root, tables, languages }: Carrying): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify([await hashCode(root, code), languages]));
  for (const name of Object.keys(published) as TableName[]) {
    if (byFinding.includes(name)) continue;
    const shown = unread.has(name)
      ? String(await hasRows(tables, name))
      : await readFile(join(tables, `${name}.csv`));
    hash.update(name).update(shown);
  }
  return hash.digest('base64url');
}

/** Columns of a table that name a finding. */
function findingColumns(name: TableName): string[] {
  const { columns, key } = published[name] as {
    columns: readonly { name: string; references?: string }[];
    key: readonly string[];
  };
  const references = columns
    .filter((column) => column.references === 'findings')
    .map((column) => column.name);
  return name === 'findings' ? [...key, ...references] : references;
}

/** For every finding the hash of all rows that name it, and of the rows of the findings that it names. */
async function rowHashes(tables: string): Promise<Map<string, string>> {
  const lines = new Map<string, string[]>();
  const own = new Map<string, { row: string; named: string[] }>();
  for (const name of byFinding) {
    const text = await readFile(join(tables, `${name}.csv`), 'utf8');
    const columns = findingColumns(name);
    const take = (row: Record<string, string>) => {
      const line = JSON.stringify(row);
      const named = new Set(columns.map((column) => row[column] ?? '').filter((id) => id !== ''));
      for (const id of named) {
        const known = lines.get(id) ?? [];
        known.push(sha(`${name} ${line}`));
        lines.set(id, known);
      }
      if (name === 'findings') own.set(row['finding_id'] ?? '', { row: sha(line), named: [...named] });
    };
    // Row by row: all rows of a large table at once would weigh on the renderers that run next.
    Papa.parse<Record<string, string>>(text, {
      header: true,
      skipEmptyLines: true,
      step: ({ data }) => take(data),
    });
  }
  return new Map(
    [...own].map(([id, { named }]) => [
      id,
      sha([...(lines.get(id) ?? []), ...named.map((other) => own.get(other)?.row ?? '')].join('\n')),
    ]),
  );
}

function recordFile({ root, out }: Carrying): string {
  return join(root, '.cache', 'sites', `${sha(out)}.json`);
}

/** The files that a site has of a finding: its page in each language, and the record that all of them share. */
function findingFiles(languages: readonly string[], id: string): string[] {
  const pages = languages.map((language, place) =>
    join(place === 0 ? '' : language, 'findings', id, 'index.html'),
  );
  return [...pages, join('findings', id, 'finding.json')];
}

/** How a finding's files stand on the disk: size and moment of the last change. Null if one is not there. */
function pageMarks(site: string, languages: readonly string[], id: string): string[] | null {
  const marks = findingFiles(languages, id).map((page) => {
    const found = statSync(join(site, page), { bigint: true, throwIfNoEntry: false });
    return found === undefined ? null : `${found.size} ${found.mtimeNs}`;
  });
  return marks.includes(null) ? null : (marks as string[]);
}

/** Finds out which findings keep their page: nothing it is made of has changed, and it stands as it was made. */
export async function planCarryOver(carrying: Carrying): Promise<CarryOver> {
  const frame = await frameOf(carrying);
  const rows = await rowHashes(carrying.tables);
  const text = await readFile(recordFile(carrying), 'utf8').catch(() => '{}');
  const made = JSON.parse(text) as Partial<Made>;
  if (made.frame !== frame) return { kept: [], frame, rows };
  const kept: string[] = [];
  for (const [id, hash] of rows) {
    const before = made.findings?.[id];
    if (before === undefined || before.rows !== hash) continue;
    const marks = pageMarks(carrying.out, carrying.languages, id);
    if (marks?.every((mark, place) => mark === before.pages[place])) kept.push(id);
  }
  return { kept, frame, rows };
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}

/** How many pages are taken over before others get their turn. */
const pagesAtOnce = 500;

/** Takes the kept pages over into a new site: the same files under a second name where the disk allows it. */
export async function carryOver(
  { languages, out }: Carrying,
  { kept }: CarryOver,
  site: string,
): Promise<void> {
  const pages = kept.flatMap((id) => findingFiles(languages, id));
  for (const [place, page] of pages.entries()) {
    mkdirSync(dirname(join(site, page)), { recursive: true });
    linkOrCopy(join(out, page), join(site, page));
    if (place % pagesAtOnce === 0) await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Records what the pages of a site were made of, for the next build. */
export async function recordSite(
  carrying: Carrying,
  { frame, rows }: CarryOver,
  site: string,
): Promise<void> {
  const findings: Record<string, { rows: string; pages: string[] }> = {};
  for (const [id, hash] of rows)
    findings[id] = { rows: hash, pages: pageMarks(site, carrying.languages, id) ?? [] };
  const file = recordFile(carrying);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.${process.pid}`, JSON.stringify({ frame, findings }));
  await rename(`${file}.${process.pid}`, file);
}

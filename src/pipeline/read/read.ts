import { createHash } from 'node:crypto';
import { lstat, stat } from 'node:fs/promises';
import type { Problem } from '../../model/problem.ts';
import type { RowBatch, Sheet } from '../../model/sheet.ts';
import { isClutter, openArchive, type Member, type ZipSource } from './archive.ts';
import { fileContent, headOf, tooLarge, wholeOf, type Content } from './content.ts';
import { ReadFailure } from './failure.ts';
import { formatByBytes, formatByMembers } from './format.ts';
import { gunzipped } from './gunzip.ts';
import { largestHeld } from './limits.ts';
import { openText, type Declared } from './text-sheet.ts';
import { guardOds } from './workbook/guard-ods.ts';
import { openOldWorkbook } from './workbook/old-workbook.ts';
import { workbookTables } from './workbook/workbook-sheets.ts';
import { openXlsx } from './workbook/xlsx.ts';

/** A file to read: where it lies, and the name that people know it by. */
export interface Source {
  readonly path: string;
  readonly file: string;
}

/** A sheet before it is known which drop it belongs to. */
type Table = Omit<Sheet, 'sha256'>;

async function refuseOddThings({ path, file }: Source): Promise<void> {
  const what = await lstat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    // It was there when the drops were listed; a name that is not UTF-8 is listed with this sign, by which nothing is found.
    throw new ReadFailure({ code: file.includes('\ufffd') ? 'unreadable-name' : 'file-changed', file });
  });
  const not = (zh: string, en: string) =>
    new ReadFailure({ code: 'not-a-file', file, value: file, detail: { zh, en } });
  if (what.isSymbolicLink()) throw not('链接', 'a link');
  if (what.isDirectory()) throw not('文件夹', 'a folder');
  if (!what.isFile()) throw not('别的东西', 'something else');
}

/** The content hash of a file, by which the cache knows it. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of fileContent(path, '').open()) hash.update(chunk);
  return hash.digest('hex');
}

/** How the tables of a drop are opened. */
interface Opening {
  readonly layouts: readonly Declared[];
  /** Is given the bytes of a text that is the drop itself, so that they are hashed on the way. */
  readonly alsoSee: (chunk: Buffer) => void;
  /** What the content lies in already: an archive may not hold another. */
  readonly inside: 'nothing' | 'gzip' | 'archive';
}

/** Opens whatever a content is, as tables of text. `path` is where it lies, if it lies on the disk as it is. */
async function open(content: Content, path: string | null, opening: Opening): Promise<Table[]> {
  const { file } = content;
  const format = formatByBytes(await headOf(content));
  if (format === 'gzip') {
    if (opening.inside !== 'nothing') throw new ReadFailure({ code: 'nested-archive', file });
    return await open(gunzipped(content), null, { ...opening, inside: 'gzip', alsoSee: () => {} });
  }
  if (format === 'zip') {
    const source: ZipSource = path === null ? { buffer: await wholeOf(content) } : { path };
    return await openZip(source, content, opening);
  }
  if (format === 'compound') {
    const bytes = await wholeOf(content);
    return await workbookTables(await openOldWorkbook(bytes, 'xls', file), file, bytes.length);
  }
  return [await openText(content, opening.layouts, opening.alsoSee)];
}

/** Opens a zip file: a workbook of our day is one, and so is an archive of tables. */
async function openZip(source: ZipSource, content: Content, opening: Opening): Promise<Table[]> {
  const { file } = content;
  const members = await openArchive(source, file);
  const format = formatByMembers(members, file);
  const bytes = members.reduce((sum, member) => sum + member.bytes, 0);
  if (format === 'xlsx') return await workbookTables(await openXlsx(members, file), file, bytes);
  if (format !== 'archive' && bytes > largestHeld) throw tooLarge(file, bytes, largestHeld);
  if (format === 'ods') await guardOds(members, file);
  if (format !== 'archive')
    return await workbookTables(await openOldWorkbook(await wholeOf(content), format, file), file, bytes);
  if (opening.inside !== 'nothing') throw new ReadFailure({ code: 'nested-archive', file });
  return await openMembers(members, file, opening);
}

/** Pictures and documents lie in archives beside the tables that they belong to: each is named, by how it begins. */
async function passedOver(content: Content): Promise<Problem> {
  const start = (await headOf(content)).toString('latin1', 0, 40).replaceAll(/[^ -~]+/g, ' ');
  return { code: 'sheet-passed-over', file: content.file, value: start.trim() };
}

/** Opens all tables that lie in an archive. What is plainly no table is no obstacle to those. */
async function openMembers(members: readonly Member[], file: string, opening: Opening): Promise<Table[]> {
  const tables: Table[] = [];
  const others: { readonly failure: ReadFailure; readonly content: Content }[] = [];
  for (const { name, open: openMember } of members) {
    if (isClutter(name)) continue;
    const content = { file: `${file} › ${name}`, open: openMember };
    const inside = { ...opening, inside: 'archive', alsoSee: () => {} } as const;
    try {
      tables.push(...(await open(content, null, inside)));
    } catch (error) {
      if (!(error instanceof ReadFailure) || error.problem.code !== 'unknown-format') throw error;
      others.push({ failure: error, content });
    }
  }
  const [first, ...rest] = tables;
  if (first === undefined) throw others[0]?.failure ?? new ReadFailure({ code: 'empty-file', file });
  const noticed = await Promise.all(others.map(({ content }) => passedOver(content)));
  return [{ ...first, noticed: [...noticed, ...first.noticed] }, ...rest];
}

/**
 * Opens a drop as tables of text: a text is one, a workbook or an archive may hold several. `layouts` have a say in the
 * encoding of a text where the form of its bytes proves none. Texts and `.xlsx` sheets are streamed: memory does not
 * grow with them. Nothing in a workbook is run.
 */
export async function read(source: Source, layouts: readonly Declared[] = []): Promise<Sheet[]> {
  await refuseOddThings(source);
  const { file, path } = source;
  const before = await stat(path);
  const hash = createHash('sha256');
  let hashed = 0;
  const alsoSee = (chunk: Buffer) => {
    hash.update(chunk);
    hashed += chunk.length;
  };
  const tables = await open(fileContent(path, file), path, { layouts, alsoSee, inside: 'nothing' });
  const sha256 = hashed > 0 ? hash.digest('hex') : await hashFile(path);

  async function* unchanged(rows: AsyncGenerator<RowBatch>): AsyncGenerator<RowBatch> {
    yield* rows;
    const after = await stat(path).catch(() => null);
    // A copy that keeps the moment of what it was made from, or is written at once, differs by its number alone.
    if (after?.size !== before.size || after.mtimeMs !== before.mtimeMs || after.ino !== before.ino)
      throw new ReadFailure({ code: 'file-changed', file });
  }

  return tables.map((table) => ({ ...table, sha256, rows: () => unchanged(table.rows()) }));
}

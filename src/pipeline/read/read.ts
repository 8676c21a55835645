import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, stat } from 'node:fs/promises';
import type { Layout } from '../../model/layout.ts';
import { headRows, type RowBatch, type Sheet } from '../../model/sheet.ts';
import { decode } from './decode.ts';
import { decideEncoding, noEvidence, observeBytes, type EncodingVerdict } from './encoding.ts';
import { ReadFailure } from './failure.ts';
import { firstCells, guessDelimiter, splitRows } from './rows.ts';

/** Larger pieces are slower to read and weigh more: their text outlives them in the rows. */
const chunkBytes = 1 << 16;

/** How much of a file is looked at for its delimiter and its header. */
const headBytes = 1 << 20;

/** A file to read: where it lies, and the name that people know it by. */
export interface Source {
  readonly path: string;
  readonly file: string;
}

async function refuseOddThings({ path, file }: Source): Promise<void> {
  const what = await lstat(path);
  const not = (zh: string, en: string) =>
    new ReadFailure({ code: 'not-a-file', file, value: file, detail: { zh, en } });
  if (what.isSymbolicLink()) throw not('链接', 'a link');
  if (what.isDirectory()) throw not('文件夹', 'a folder');
  if (!what.isFile()) throw not('别的东西', 'something else');
}

/** The hash of a file and the verdict on its encoding, in one pass. */
async function inspect(path: string): Promise<{ sha256: string; bytes: number; verdict: EncodingVerdict }> {
  const hash = createHash('sha256');
  let evidence = noEvidence;
  for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes })) {
    hash.update(chunk as Buffer);
    evidence = observeBytes(evidence, chunk as Buffer);
  }
  return { sha256: hash.digest('hex'), bytes: evidence.bytes, verdict: decideEncoding(evidence) };
}

/** The content hash of a file, by which the cache knows it. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes }))
    hash.update(chunk as Buffer);
  return hash.digest('hex');
}

function refusal(file: string, verdict: EncodingVerdict): ReadFailure {
  const because = verdict.encoding === null ? verdict.because : 'unproven';
  if (because === 'workbook')
    return new ReadFailure({
      code: 'unknown-format',
      file,
      detail: { zh: '是 Excel 工作簿或压缩包', en: 'an Excel workbook or an archive' },
    });
  if (because === 'binary')
    return new ReadFailure({
      code: 'unknown-format',
      file,
      detail: { zh: '含有零字节', en: 'it holds zero bytes' },
    });
  return new ReadFailure({
    code: 'encoding-unproven',
    file,
    detail: {
      zh: '不是 UTF-8、UTF-16，也不像 GB18030 中文',
      en: 'not UTF-8, not UTF-16, not Chinese in GB18030',
    },
  });
}

async function headOf(path: string): Promise<Buffer> {
  const bytes = createReadStream(path, { highWaterMark: chunkBytes, end: headBytes - 1 });
  const chunks: Buffer[] = [];
  for await (const chunk of bytes) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function textOf(head: Buffer, encoding: string): string {
  return new TextDecoder(encoding).decode(head, { stream: true });
}

/** What a layout says of the files that it describes. */
type Declared = Pick<Layout, 'encoding' | 'recognise'>;

/** The encoding that the layout of a file names, where the bytes prove none: the layout whose columns its first line has. */
function declaredEncoding(head: Buffer, layouts: readonly Declared[]): string | null {
  const names = (text: string) => new Set(firstCells(text).map((name) => name.normalize('NFKC').trim()));
  const fitting = layouts.find(({ encoding, recognise }) => {
    if (encoding === undefined) return false;
    const there = names(textOf(head, encoding));
    return recognise.every((name) => there.has(name.normalize('NFKC').trim()));
  });
  return fitting?.encoding?.toLowerCase() ?? null;
}

/**
 * Opens a drop as tables of text. `layouts` have a say in its encoding only where the bytes prove none. The whole file
 * is looked at once for its hash and its encoding, then streamed: memory does not grow with the file.
 */
export async function read(source: Source, layouts: readonly Declared[] = []): Promise<Sheet[]> {
  await refuseOddThings(source);
  const { file, path } = source;
  const before = await stat(path);
  const { sha256, bytes, verdict } = await inspect(path);
  if (bytes === 0) throw new ReadFailure({ code: 'empty-file', file });
  const firstBytes = await headOf(path);
  const isUnproven = verdict.encoding === null && verdict.because === 'unproven';
  const found = verdict.encoding ?? (isUnproven ? declaredEncoding(firstBytes, layouts) : null);
  if (found === null) throw refusal(file, verdict);
  const encoding = found;
  const delimiter = guessDelimiter(textOf(firstBytes, encoding));

  async function* rows(): AsyncGenerator<RowBatch> {
    const stream = createReadStream(path, { highWaterMark: chunkBytes });
    yield* splitRows(decode(stream, encoding, file), delimiter, file);
    const after = await stat(path);
    if (after.size !== before.size || after.mtimeMs !== before.mtimeMs)
      throw new ReadFailure({ code: 'file-changed', file });
  }

  return [{ file, sha256, bytes, encoding, delimiter, head: await firstRows(rows(), file), rows }];
}

function isBlank(row: readonly string[]): boolean {
  return row.every((cell) => cell.trim() === '');
}

/** The head of a sheet, which has a cell with something in it somewhere. */
async function firstRows(batches: AsyncGenerator<RowBatch>, file: string): Promise<string[][]> {
  const head: string[][] = [];
  for await (const { rows } of batches) {
    head.push(...rows.slice(0, headRows - head.length));
    const isFull = head.length === headRows;
    if (isFull && !(head.every(isBlank) && rows.every(isBlank))) return head;
  }
  if (head.every(isBlank)) throw new ReadFailure({ code: 'empty-file', file });
  return head;
}

import type { Member } from './archive.ts';
import { damaged } from './content.ts';
import { ReadFailure } from './failure.ts';

/** What the first bytes of a file say that it is; all that says nothing of itself is taken for a text. */
export type ByteFormat = 'gzip' | 'zip' | 'compound' | 'text';

const marks: readonly (readonly [ByteFormat, readonly number[]])[] = [
  ['gzip', [0x1f, 0x8b]],
  ['zip', [0x50, 0x4b, 3, 4]],
  ['zip', [0x50, 0x4b, 5, 6]],
  // The container of old office files, and of new ones with a password.
  ['compound', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  // A bare workbook stream, as Excel before 1997 wrote it.
  ['compound', [9, 8]],
  ['compound', [9, 4]],
  ['compound', [9, 2]],
];

/**
 * What a file is by its first bytes, whatever its name.
 *
 * @example
 * formatByBytes(Buffer.from([0x1f, 0x8b, 8])); // => 'gzip'
 * formatByBytes(Buffer.from('编号,标题')); // => 'text'
 */
export function formatByBytes(head: Buffer): ByteFormat {
  return marks.find(([, mark]) => mark.every((byte, place) => head[place] === byte))?.[0] ?? 'text';
}

/** What a zip file is by what lies in it. Documents and presentations are refused by name. */
export function formatByMembers(
  members: readonly Member[],
  file: string,
): 'xlsx' | 'xlsb' | 'ods' | 'archive' {
  const names = new Set(members.map(({ name }) => name.toLowerCase()));
  const refuse = (zh: string, en: string) =>
    new ReadFailure({ code: 'unknown-format', file, detail: { zh, en } });
  if (names.has('xl/workbook.xml')) return 'xlsx';
  if (names.has('xl/workbook.bin')) return 'xlsb';
  if (names.has('word/document.xml')) throw refuse('是 Word 文档', 'a Word document');
  if (names.has('ppt/presentation.xml')) throw refuse('是演示文稿', 'a presentation');
  if (names.has('index/document.iwa')) throw refuse('是 Numbers 表格', 'a Numbers document');
  if (names.has('[content_types].xml')) return 'xlsx';
  if (names.has('content.xml') && names.has('meta-inf/manifest.xml')) return 'ods';
  if (members.length === 0) throw damaged(file, { zh: '压缩包是空的', en: 'no members' });
  return 'archive';
}

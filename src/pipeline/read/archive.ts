import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { fromBufferPromise, openPromise, type Entry, type ZipFile } from 'yauzl';
import type { Words } from '../../model/words.ts';
import { damaged, tooLarge, type Content } from './content.ts';
import { damageWords } from './damage-words.ts';
import { ReadFailure } from './failure.ts';
import { harmlessBytes, largestRatio, largestUnpacked, mostMembers } from './limits.ts';
import { memberNames } from './member-names.ts';

/** Where a zip file is: on the disk, or in memory. */
export type ZipSource = { readonly path: string } | { readonly buffer: Buffer };

/** One file in a zip archive. */
export interface Member {
  readonly name: string;
  readonly bytes: number;
  readonly open: Content['open'];
}

/** A zip archive in memory may not close itself before its members are read; one on the disk is closed after each. */
async function withZip(source: ZipSource): Promise<ZipFile> {
  const options = { autoClose: false, decodeStrings: false, lazyEntries: true };
  return 'path' in source
    ? await openPromise(source.path, options)
    : await fromBufferPromise(source.buffer, options);
}

async function entriesOf(source: ZipSource, file: string): Promise<Entry[]> {
  const entries: Entry[] = [];
  const zip = await withZip(source);
  try {
    if (zip.entryCount > mostMembers)
      throw new ReadFailure({
        code: 'too-many-members',
        file,
        value: String(zip.entryCount),
        detail: String(mostMembers),
      });
    for await (const entry of zip.eachEntry()) entries.push(entry);
  } finally {
    zip.close();
  }
  refuseBomb(entries, zip.fileSize, file);
  return entries;
}

/** Holds what an archive says that it unfolds to against the limits, before anything is unfolded. */
function refuseBomb(entries: readonly Entry[], packed: number, file: string): void {
  const unpacked = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  const limit = Math.min(largestUnpacked, Math.max(harmlessBytes, packed * largestRatio));
  if (unpacked > limit) throw tooLarge(file, unpacked, limit);
  const claimed = entries.reduce((sum, entry) => sum + entry.compressedSize, 0);
  // Members that share their packed bytes unfold to far more than they seem to.
  if (claimed > packed)
    throw damaged(file, { zh: '几个文件共用同一段内容，像是恶意的', en: 'members overlap' });
}

/** A link in an archive made on Unix: its mode stands in the upper half of the attributes. */
function isLink({ externalFileAttributes }: Entry): boolean {
  return ((externalFileAttributes >>> 16) & 0xf000) === 0xa000;
}

function leadsOut(name: string): boolean {
  return (
    name.includes('\0') || /^(?:\/|[A-Za-z]:)/.test(name) || name.split('/').some((part) => part === '..')
  );
}

/** Archives are packed in many ways; all systems by themselves make one that everybody reads. */
function unknownMethod(method: number): Words {
  return {
    zh: `用了不支持的压缩方法（${method}）：用系统自带的功能压缩成普通的 zip`,
    en: `compression method ${method}: pack the files with what the system has for it`,
  };
}

function memberOf(source: ZipSource, entry: Entry, name: string, file: string): Member {
  const fail = (code: 'unsafe-path' | 'encrypted-file') => new ReadFailure({ code, file, value: name });
  if (leadsOut(name) || isLink(entry)) throw fail('unsafe-path');
  if (entry.isEncrypted()) throw fail('encrypted-file');
  if (!entry.canDecodeFileData()) throw damaged(file, unknownMethod(entry.compressionMethod));
  async function* open(): AsyncGenerator<Buffer> {
    const zip = await withZip(source);
    try {
      const stream: Readable = await zip.openReadStreamPromise(entry);
      let sum = 0;
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        sum = crc32(chunk, sum);
        yield chunk;
      }
      if (sum !== entry.crc32) throw damaged(file, damageWords(`check sum of ${name}`));
    } catch (error) {
      throw asProblem(error, file);
    } finally {
      zip.close();
    }
  }
  return { name, bytes: entry.uncompressedSize, open };
}

/** The library's complaint about a zip file, as a problem. Errors of the disk and our own go on as they are. */
function asProblem(error: unknown, file: string): unknown {
  if (error instanceof ReadFailure) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  if (/strong encryption/.test(message))
    return new ReadFailure({ code: 'encrypted-file', file, value: file });
  return code === undefined || code.startsWith('Z_') ? damaged(file, damageWords(message)) : error;
}

/**
 * The files in a zip archive, in the order of their names. Nothing is unfolded yet: names that lead out of the archive,
 * passwords, links, and what would fill the memory are refused first.
 */
export async function openArchive(source: ZipSource, file: string): Promise<Member[]> {
  try {
    const entries = await entriesOf(source, file);
    const names = memberNames(entries);
    const members = entries.flatMap((entry, position) => {
      const name = names[position] ?? '';
      return name.endsWith('/') && entry.uncompressedSize === 0 ? [] : [memberOf(source, entry, name, file)];
    });
    if (new Set(members.map(({ name }) => name)).size < members.length)
      throw damaged(file, { zh: '里面有两个同名的文件', en: 'two members of one name' });
    return members.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    throw asProblem(error, file);
  }
}

/** What systems put into archives beside the files that people put there. */
export function isClutter(name: string): boolean {
  return /(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/.test(name);
}

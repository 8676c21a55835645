import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, extname } from 'node:path';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { zipTime } from '../../src/model/zip-time.ts';

/** A file of an archive: its name in it, where it lies, and whether it is a program. */
export interface ArchivedFile {
  readonly name: string;
  readonly path: string;
  readonly isProgram?: boolean;
}

/** What does not get smaller any more. */
const packed = new Set(['.zip', '.gz', '.br', '.png', '.woff', '.woff2', '.xlsx', '.parquet', '.pagefind']);

/** The system that the rights of files are those of: Unix. */
const unix = 3;
const rights = { program: 0o100755, file: 0o100644 } as const;

/**
 * Writes files into a zip archive, one after the other, so that memory does not grow with them. The same files in the
 * same order make the same bytes everywhere.
 */
export async function writeZip(archive: string, files: readonly ArchivedFile[]): Promise<void> {
  await mkdir(dirname(archive), { recursive: true });
  const out = createWriteStream(archive);
  const done = finished(out);
  done.catch(() => {});
  let isFull = false;
  const zip = new Zip((error, bytes, isLast) => {
    if (error !== null) out.destroy(error);
    else {
      isFull = !out.write(bytes);
      if (isLast) out.end();
    }
  });
  for (const { name, path, isProgram = false } of files) {
    const member = packed.has(extname(name)) ? new ZipPassThrough(name) : new ZipDeflate(name);
    member.mtime = zipTime;
    member.os = unix;
    member.attrs = (isProgram ? rights.program : rights.file) * 0x10000;
    zip.add(member);
    for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
      // What is packed without change would be overwritten by the next piece that is read.
      member.push(Uint8Array.from(piece));
      if (isFull && !out.destroyed) await Promise.race([once(out, 'drain'), done]);
    }
    member.push(new Uint8Array(0), true);
  }
  zip.end();
  await done;
}

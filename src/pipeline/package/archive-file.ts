import { closeSync, openSync, writeFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { Zip, type ZipInputFile } from 'fflate';
import { zipTime } from '../../model/zip-time.ts';
import { openDeflate, type Push } from '../../model/deflate.ts';

/** How a part is compressed: by DEFLATE, and by less than the most effort (APPNOTE.TXT 4.4.4). */
const byDeflate = 8;
const isFast = 2;

/** One step less saves a fifth of the time and makes files a fifteenth larger; one step more takes a quarter longer and saves a twenty-fifth. */
const effort = 5;

/** An archive that is written straight to the disk, part by part. */
export interface ArchiveFile {
  /** Begins a part; the one before must have been pushed whole. */
  readonly begin: (name: string) => Push;
  readonly close: () => void;
}

/** Opens an archive for writing. The same bytes give the same archive, on any machine and at any hour. */
export function openArchive(path: string): ArchiveFile {
  const file = openSync(path, 'w');
  const archive = new Zip((error, bytes) => {
    if (error) throw error;
    writeFileSync(file, bytes);
  });
  return {
    begin: (filename) => {
      const part: ZipInputFile = {
        filename,
        size: 0,
        crc: 0,
        compression: byDeflate,
        flag: isFast,
        mtime: zipTime,
      };
      archive.add(part);
      const deflate = openDeflate(effort, (bytes, isLast) => part.ondata?.(null, bytes, isLast));
      return (bytes, isLast) => {
        part.crc = crc32(bytes, part.crc);
        part.size += bytes.length;
        deflate(bytes, isLast);
      };
    },
    close: () => {
      archive.end();
      closeSync(file);
    },
  };
}

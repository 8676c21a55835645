import { crc32 } from 'node:zlib';
import { Deflate, type DeflateOptions, type Zip, type ZipInputFile } from 'fflate';
import { zipTime } from '../../model/zip-time.ts';

/** How a part is compressed: by DEFLATE, and by less than the most effort (APPNOTE.TXT 4.4.4). */
const byDeflate = 8;
const isFast = 2;

/**
 * Adds a part to an archive. What it gives compresses more of the part, bit by bit. As the archive's own, which spends a fifth of
 * its time on the checksum: Node's takes none to speak of.
 */
export function addPart(
  archive: Zip,
  filename: string,
  level: NonNullable<DeflateOptions['level']>,
): (bytes: Uint8Array, isLast: boolean) => void {
  const part: ZipInputFile = {
    filename,
    size: 0,
    crc: 0,
    compression: byDeflate,
    flag: isFast,
    mtime: zipTime,
  };
  archive.add(part);
  const deflate = new Deflate({ level }, (bytes, isLast) => part.ondata?.(null, bytes, isLast));
  return (bytes, isLast) => {
    part.crc = crc32(bytes, part.crc);
    part.size += bytes.length;
    deflate.push(bytes, isLast);
  };
}

import { crc32 } from 'node:zlib';
import { openDeflate } from '../../model/deflate.ts';

/* PNG as it suits letters on paper (PNG, third edition): a table of their few colours, and for each pixel its place in there. */

/** A picture: at most 256 colours, each red, green and blue, and of each pixel the place of its colour, line by line. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly colours: readonly (readonly number[])[];
  readonly places: Uint8Array;
}

/** A place in the table is a byte. */
const mostColours = 256;

const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

/** In the header: bits of a place in the table, that there is one, then the only ways there are to compress, to filter and to order lines. */
const kindOfPicture = [8, 3, 0, 0, 0];

/** Two steps more save a sixth of the bytes, in up to twice the time. */
const effort = 2;

/** A number in four bytes, the highest first. */
function asWord(number: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(number);
  return bytes;
}

/** A chunk of the file: its length, its kind, what is in it, and a checksum of the last two. */
function chunk(kind: string, content: Uint8Array): Buffer {
  const told = Buffer.concat([Buffer.from(kind, 'latin1'), content]);
  return Buffer.concat([asWord(content.length), told, asWord(crc32(told))]);
}

/** Before each line a byte that says that it is not filtered. */
function unfiltered({ width, height, places }: Picture): Uint8Array {
  const lines = new Uint8Array(height * (width + 1));
  for (let line = 0; line < height; line += 1)
    lines.set(places.subarray(line * width, (line + 1) * width), line * (width + 1) + 1);
  return lines;
}

/** Writes a picture as PNG. The same picture gives the same bytes on every machine. */
export function writePng(picture: Picture): Uint8Array<ArrayBuffer> {
  if (picture.colours.length > mostColours) throw new Error(`A picture of ${picture.colours.length} colours`);
  const parts: Uint8Array[] = [];
  openDeflate(effort, (bytes) => parts.push(bytes), 'checked')(unfiltered(picture), true);
  const size = Buffer.concat([asWord(picture.width), asWord(picture.height)]);
  return Uint8Array.from(
    Buffer.concat([
      signature,
      chunk('IHDR', Buffer.concat([size, Buffer.from(kindOfPicture)])),
      chunk('PLTE', Uint8Array.from(picture.colours.flat())),
      chunk('IDAT', Buffer.concat(parts)),
      chunk('IEND', new Uint8Array()),
    ]),
  );
}

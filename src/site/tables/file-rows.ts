import { closeSync, openSync, readSync } from 'node:fs';

const quote = 0x22;
const lineFeed = 0x0a;

/** How much of a file is looked through at once, in bytes. */
const pieceLength = 1 << 18;

/** The rows of a table as they stand in its file. */
export interface FileRows {
  /** The header, with the end of its line. */
  readonly header: Buffer;
  /** How many rows follow it. */
  readonly count: number;
  /** Some of them, from one up to another, the first being number 0, each with the end of its line. */
  readonly slice: (from: number, to: number) => Buffer;
  /** Some of them that need not stand together, one after the other in one piece. */
  readonly pick: (rows: readonly number[]) => Buffer;
}

/** Closes the file of rows that nobody holds any more: where pages are shown live, tables are read again and again. */
const forgotten = new FinalizationRegistry<number>(closeSync);

/** Where the lines of a file end. Cells with line breaks stand in quotes. */
function lineEnds(file: number): Float64Array {
  const piece = Buffer.allocUnsafe(pieceLength);
  const ends: number[] = [];
  let quoted = false;
  let before = 0;
  for (let length = readSync(file, piece); length > 0; length = readSync(file, piece)) {
    for (let at = 0; at < length; at += 1) {
      const byte = piece[at];
      if (byte === quote) quoted = !quoted;
      else if (byte === lineFeed && !quoted) ends.push(before + at + 1);
    }
    before += length;
  }
  return Float64Array.from(ends);
}

/**
 * Finds the rows of a table in its file, which is one of ours. Rows are read from the disk where they are asked for: all of a large
 * table are as much as everything else that is held. A file that is not there is an error of the file system.
 */
export function fileRows(path: string): FileRows {
  const file = openSync(path, 'r');
  const ends = lineEnds(file);
  const fill = (bytes: Buffer, from: number) => {
    if (readSync(file, bytes, 0, bytes.length, from) < bytes.length)
      throw new Error(`${path} has been cut short while it is read`);
    return bytes;
  };
  const read = (from: number, to: number) => fill(Buffer.allocUnsafe(to - from), from);
  forgotten.register(fill, file);
  const endOf = (row: number) => ends[Math.min(row, ends.length - 1)] ?? 0;
  const pick = (rows: readonly number[]) => {
    const bytes = Buffer.allocUnsafeSlow(rows.reduce((sum, row) => sum + endOf(row + 1) - endOf(row), 0));
    let filled = 0;
    for (let at = 0, next = 0; at < rows.length; at = next) {
      const first = rows[at] ?? 0;
      next = at + 1;
      while (rows[next] === first + (next - at)) next += 1;
      const [from, to] = [endOf(first), endOf(first + (next - at))];
      fill(bytes.subarray(filled, filled + to - from), from);
      filled += to - from;
    }
    return bytes;
  };
  return {
    header: read(0, endOf(0)),
    count: Math.max(0, ends.length - 1),
    slice: (from: number, to: number) => read(endOf(from), endOf(to)),
    pick,
  };
}

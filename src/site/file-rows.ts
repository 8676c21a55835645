const quote = 0x22;
const lineFeed = 0x0a;

/** The rows of a table as they stand in its file. */
export interface FileRows {
  /** The header, with the end of its line. */
  readonly header: Buffer;
  /** How many rows follow it. */
  readonly count: number;
  /** Some of them, from one up to another, the first being number 0, each with the end of its line. */
  readonly slice: (from: number, to: number) => Buffer;
}

/**
 * Finds the rows of a table in its file, which is one of ours: cells with line breaks stand in quotes. A slice is a view of the file.
 *
 * @example
 * fileRows(Buffer.from('a,b\r\n1,"x\r\ny"\r\n2,z\r\n')).slice(0, 1).toString(); // => '1,"x\r\ny"\r\n'
 */
export function fileRows(file: Buffer): FileRows {
  const ends: number[] = [];
  let quoted = false;
  for (let at = 0; at < file.length; at += 1) {
    const byte = file[at];
    if (byte === quote) quoted = !quoted;
    else if (byte === lineFeed && !quoted) ends.push(at + 1);
  }
  const endOf = (row: number) => ends[row] ?? file.length;
  return {
    header: file.subarray(0, endOf(0)),
    count: Math.max(0, ends.length - 1),
    slice: (from, to) => file.subarray(endOf(from), endOf(to)),
  };
}

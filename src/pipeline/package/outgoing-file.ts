import { writeFileSync } from 'node:fs';
import { openScales, type Weight } from './weight.ts';

/** A file that is written bit by bit, in bytes. */
export interface Outgoing {
  readonly add: (bytes: string) => void;
  /** Writes what is left. */
  readonly close: () => Weight;
}

/**
 * Begins to write a file. What is added is kept until it fills some room, and goes to the disk then; the file is not held open, as there may
 * be thousands at once. It is weighed on its way, so that it need not be read again.
 */
export function openOutgoing(path: string, room: number): Outgoing {
  const scales = openScales();
  const kept = Buffer.allocUnsafe(room);
  let length = 0;
  let flag = 'w';
  const write = (bytes: Uint8Array) => {
    scales.add(bytes);
    writeFileSync(path, bytes, { flag });
    flag = 'a';
  };
  const flush = () => {
    write(kept.subarray(0, length));
    length = 0;
  };
  return {
    add: (bytes) => {
      if (length + bytes.length > room) flush();
      if (bytes.length > room) write(Buffer.from(bytes, 'latin1'));
      else length += kept.write(bytes, length, 'latin1');
    },
    close: () => {
      flush();
      return scales.weight();
    },
  };
}

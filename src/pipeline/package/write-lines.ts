import { closeSync, openSync, writeSync } from 'node:fs';

/** A file that is written bit by bit, in bytes. */
export interface Outgoing {
  readonly add: (bytes: string) => void;
  readonly close: () => void;
}

const writtenAtOnce = 1 << 18;

/** Opens a file for writing; what is added goes to the disk in large pieces. */
export function openOutgoing(path: string): Outgoing {
  const file = openSync(path, 'w');
  let waiting = '';
  const flush = () => {
    writeSync(file, waiting, null, 'latin1');
    waiting = '';
  };
  return {
    add: (bytes) => {
      waiting += bytes;
      if (waiting.length > writtenAtOnce) flush();
    },
    close: () => {
      flush();
      closeSync(file);
    },
  };
}

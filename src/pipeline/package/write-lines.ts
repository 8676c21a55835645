import { closeSync, openSync, writeSync } from 'node:fs';

/** A file that is written bit by bit. */
export interface Outgoing {
  readonly add: (text: string) => void;
  readonly close: () => void;
}

const writtenAtOnce = 1 << 18;

/** Opens a text file for writing; what is added goes to the disk in large pieces. */
export function openOutgoing(path: string): Outgoing {
  const file = openSync(path, 'w');
  let waiting = '';
  const flush = () => {
    writeSync(file, waiting);
    waiting = '';
  };
  return {
    add: (text) => {
      waiting += text;
      if (waiting.length > writtenAtOnce) flush();
    },
    close: () => {
      flush();
      closeSync(file);
    },
  };
}

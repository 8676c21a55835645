import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { workerData } from 'node:worker_threads';
import { saysAsOf } from '../../model/says-as-of.ts';
import { filesWithKey } from './second-names.ts';

/*
 * A thread that `take-ahead.ts` starts: it reads those files of a spare that are going to be written to, one in `parts` of them, so
 * that they come out of memory then. Some days after the last build they are on the disk alone, and a page would wait for each.
 */

const { record, spare, part, parts } = workerData as {
  readonly record: string;
  readonly spare: string;
  readonly part: number;
  readonly parts: number;
};

/** What is read is for the system alone to keep. */
const piece = Buffer.allocUnsafe(1 << 16);

function read(file: string): void {
  const opened = openSync(file, 'r');
  try {
    while (readSync(opened, piece) > 0);
  } finally {
    closeSync(opened);
  }
}

let place = 0;
for (const { name } of filesWithKey(readFileSync(record, 'utf8'))) {
  if (!saysAsOf(name)) continue;
  place += 1;
  if (place % parts !== part) continue;
  try {
    read(join(spare, name));
  } catch {
    // The pages look for it themselves.
  }
}

import { readFileSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { giveSecondName, filesWithKey, type Standing } from './second-names.ts';

/* The thread that `take-ahead.ts` starts: it gives file after file its second name, until it is stopped. */

const { folder, record, site } = workerData as Standing & { readonly site: string };

/** After so many failures nothing is hoped for any more: where the disk has no second names, none gets one. */
const patience = 100;

let failures = 0;
for (const { name } of filesWithKey(readFileSync(record, 'utf8'))) {
  try {
    giveSecondName(name, folder, site);
  } catch {
    // Somebody may have taken it away since it was made.
    failures += 1;
  }
  if (failures > patience) break;
}

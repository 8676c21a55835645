import { linkSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { workerData } from 'node:worker_threads';
import { namesWithKey, type Standing } from './link-ahead.ts';

/* The thread that `link-ahead.ts` starts: it gives file after file its second name, until it is stopped. */

const { folder, record, site } = workerData as Standing & { readonly site: string };

/** Whether a file got its second name. Somebody may have taken it away since it was made; where the disk has no second names, none gets one. */
function linkOne(name: string): boolean {
  const [from, to] = [join(folder, name), join(site, name)];
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') return false;
  }
  try {
    mkdirSync(dirname(to), { recursive: true });
    linkSync(from, to);
    return true;
  } catch {
    return false;
  }
}

/** After so many failures nothing is hoped for any more. */
const patience = 100;

let failures = 0;
for (const name of namesWithKey(readFileSync(record, 'utf8'))) {
  if (!linkOne(name)) failures += 1;
  if (failures > patience) break;
}

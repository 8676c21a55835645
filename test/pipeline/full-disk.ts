import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { failureWords } from '../../src/pipeline/failure-words.ts';
import { run } from '../../src/pipeline/run.ts';
import { onePage, releaseQuickly } from './release-quickly.ts';

/* A program for a small disk of its own, `node full-disk.ts FOLDER`: releases while the disk fills up, and prints what came of it. */

const [, , folder = ''] = process.argv;
const filler = join(folder, 'filler');

/** What is left when the disk counts as full: less than any stage writes. */
const left = 16_384;

function fill(): void {
  const { bavail, bsize } = statfsSync(folder);
  execFileSync('fallocate', ['-l', String(bavail * bsize - left), filler]);
}

/** Everything that may not change: the site, and the records of releases. */
function standing(): string {
  const hash = createHash('sha256');
  for (const part of ['site', 'data/releases', 'data/proofs', 'data/drops'])
    for (const entry of readdirSync(join(folder, part), { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      if (entry.isFile()) hash.update(path).update(readFileSync(path));
    }
  return hash.digest('hex');
}

/** The moments at which the disk is full: before drops are kept, before tables, before downloads and pages are written, before the record. */
const moments: Readonly<Record<string, Parameters<typeof releaseQuickly>[1]>> = {
  reading: {
    make: (options) => {
      fill();
      return run(options);
    },
  },
  counting: {
    make: (options) =>
      run({
        ...options,
        tell: ({ doing }) => {
          if (doing === 'publish') fill();
        },
      }),
  },
  rendering: {
    pages: (begun) => {
      const { make, stop } = onePage(begun);
      return {
        make: (making) => {
          fill();
          return make(making);
        },
        stop,
      };
    },
  },
};

const told: Record<string, { words: string; stands: boolean }> = {};
await releaseQuickly(folder);
const drop = join(folder, 'data', 'drops', 'later.csv');
const events = Array.from(
  { length: 400 },
  (_, row) => `2026-002,replied,2026-02-27,department,第${row}次答复\n`,
);
writeFileSync(drop, `finding_id,event,on,by,note_zh\n${events.join('')}`);
const before = standing();
for (const [moment, changes] of Object.entries(moments)) {
  // What was read is kept from the first time on.
  if (moment === 'reading') rmSync(join(folder, 'cache'), { recursive: true });
  const failure: unknown = await releaseQuickly(folder, changes).then(
    () => null,
    (error: unknown) => error,
  );
  rmSync(filler);
  told[moment] = { words: failureWords(failure)?.words.en ?? String(failure), stands: standing() === before };
}
const { record } = await releaseQuickly(folder);
console.log(JSON.stringify({ told, release: record?.release }));

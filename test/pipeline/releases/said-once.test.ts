import { readFile, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runSmall } from '../small-programme.ts';
import { recordRelease } from './record-release.ts';

/* What asks nothing of anybody is said of a drop until a release has had it: whoever checks again looks for what is new. */

const header = 'finding_id,kind,found_on,title_zh,department\n';
const first = 'F1,problem,2025-04-21,等候太久,police\n';
const last = 'F9,problem,2025-05-21,指南不清,tax\n';

/** Code and file of all that is told of rows which nobody need mend. */
const restful = (problems: readonly { code: string; file: string }[]) =>
  problems
    .filter(({ code }) => /^(?:rows-given-again|repeated-row|total-row)$/.test(code))
    .map(({ code, file }) => `${code} ${file}`)
    .sort();

it('tells of rows that are counted once and of totals until a release has had their drop, the same bytes of it', async () => {
  const before = await runSmall({
    'drops/1.csv': `${header}${first}`,
    'drops/2.csv': `${header}${first}${first}F2,problem,2025-05-01,排队,tax\n合计,,,,2\n`,
  });
  const both = ['repeated-row 2.csv', 'rows-given-again 2.csv', 'total-row 2.csv'];
  expect(restful(before.problems)).toEqual(both);
  const quality = await before.text('quality');

  const drops = join(before.folder, 'drops');
  const sha256 = async (file: string) =>
    createHash('sha256')
      .update(await readFile(join(drops, file)))
      .digest('hex');
  await recordRelease(before.folder, '2025-07-15', sha256);
  const after = await before.again();
  expect(restful(after.problems)).toEqual([]);
  expect(await after.text('quality')).toBe(quality);

  await writeFile(join(drops, '3.csv'), `${header}${first}${last}`);
  expect(restful((await before.again()).problems)).toEqual(['rows-given-again 3.csv']);

  await writeFile(
    join(drops, '2.csv'),
    `${header}${first}${first}F2,problem,2025-05-01,排队太久,tax\n合计,,,,2\n`,
  );
  expect(restful((await before.again()).problems)).toEqual([...both, 'rows-given-again 3.csv'].sort());
});

import { basename } from 'node:path';
import { check } from '../../src/pipeline/check/check.ts';
import { read } from '../../src/pipeline/read/read.ts';
import { recognise } from '../../src/pipeline/recognise/recognise.ts';
import { run } from '../../src/pipeline/run.ts';

/* What reading, recognising and checking a drop takes, nothing kept: `node scripts/bench/reading.ts FILE DATA CACHE`, where DATA holds the settings and no drops. */

const [path = '', data = '', cache = ''] = process.argv.slice(2);
const { settings, problems } = await run({ data, cache, tables: null, version: 'bench' });
if (settings === null)
  throw new Error(`${data} has no settings that can be read: ${JSON.stringify(problems)}`);
let rows = 0;
for (const sheet of await read({ path, file: basename(path) }, settings.layouts)) {
  const { recognised } = recognise(sheet, settings);
  if (recognised === null) throw new Error(`${path} is not recognised`);
  for await (const batches of check(sheet.file, sheet.rows(), recognised, settings, () => {}).batches)
    for (const batch of batches) rows += batch.rows.length;
}
console.log(rows);

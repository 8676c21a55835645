import { basename } from 'node:path';
import { check } from '../../../src/pipeline/check/check.ts';
import { configure } from '../../../src/pipeline/configure/configure.ts';
import { read } from '../../../src/pipeline/read/read.ts';
import { recognise } from '../../../src/pipeline/recognise/recognise.ts';
import { readTable } from '../../../src/pipeline/read-table.ts';

/* What reading, recognising and checking drops takes, nothing kept: `node reading.ts DATA FILE…`, where DATA holds the settings. */

const [data = '', ...paths] = process.argv.slice(2);
const { settings, problems } = await configure(data, readTable);
if (settings === null)
  throw new Error(`${data} has no settings that can be read: ${JSON.stringify(problems)}`);
let rows = 0;
for (const path of paths)
  for (const sheet of await read({ path, file: basename(path) }, settings.layouts)) {
    const { recognised } = recognise(sheet, settings);
    if (recognised === null) throw new Error(`${path} is not recognised`);
    for await (const batches of check(sheet.file, sheet.rows(), recognised, settings, () => {}).batches)
      for (const batch of batches) rows += batch.rows.length;
  }
console.log(JSON.stringify({ rows }));

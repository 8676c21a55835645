import { createReadStream } from 'node:fs';
import Papa from 'papaparse';

/* What Papa Parse alone takes for files: `node papa.ts FILE…`. Every row is parsed, none is looked at. Pieces of 64 KB are its fastest. */

let rows = 0;
for (const path of process.argv.slice(2))
  await new Promise<void>((done, fail) =>
    Papa.parse<string[]>(createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 16 }), {
      chunk: ({ data }) => {
        rows += data.length;
      },
      complete: () => done(),
      error: fail,
    }),
  );
console.log(JSON.stringify({ rows }));

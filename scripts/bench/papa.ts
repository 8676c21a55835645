import { createReadStream } from 'node:fs';
import Papa from 'papaparse';

/* What Papa Parse alone takes for a file: `node scripts/bench/papa.ts FILE`. Every row is parsed, none is looked at. */

let rows = 0;
await new Promise<void>((done, fail) =>
  Papa.parse<string[]>(
    createReadStream(process.argv[2] ?? '', { encoding: 'utf8', highWaterMark: 1 << 16 }),
    {
      chunk: ({ data }) => {
        rows += data.length;
      },
      complete: () => done(),
      error: fail,
    },
  ),
);
console.log(rows);

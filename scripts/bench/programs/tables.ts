import { join } from 'node:path';
import { run } from '../../../src/pipeline/run.ts';

/* What it takes from drops to public tables: `node tables.ts DATA CACHE OUT`. Says how many seconds reading and registering, counting and writing took. */

const [data = '', cache = '', out = ''] = process.argv.slice(2);
const began = performance.now();
const begun = new Map<string, number>([['reading', began]]);
const { published, problems } = await run({
  data,
  cache,
  tables: join(out, 'tables'),
  proof: join(out, 'proof.json'),
  version: 'bench',
  tell: ({ doing }) => {
    if (!begun.has(doing)) begun.set(doing, performance.now());
  },
});
if (!published)
  throw new Error(
    `no tables were made: ${problems.map(({ code, value }) => `${code} ${value ?? ''}`).join('; ')}`,
  );
const counting = begun.get('count') ?? began;
const writing = begun.get('publish') ?? counting;
const seconds = (from: number, to: number) => Math.round((to - from) / 100) / 10;
console.log(
  JSON.stringify({
    reading: seconds(began, counting),
    counting: seconds(counting, writing),
    writing: seconds(writing, performance.now()),
  }),
);

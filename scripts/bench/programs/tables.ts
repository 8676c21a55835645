import { join } from 'node:path';
import { run, type Step } from '../../../src/pipeline/run.ts';

/*
 * What it takes from drops to public tables: `node tables.ts DATA CACHE OUT`. Says how many seconds of the processor each stage took:
 * reading (with recognising, checking and keeping), registering, counting (with protecting and summarising), and writing.
 */

const [data = '', cache = '', out = ''] = process.argv.slice(2);

function stageAfter(step: Step): string {
  if (step.doing === 'count') return 'counting';
  if (step.doing === 'publish') return 'writing';
  return step.doing === 'reading' && step.share === 1 ? 'registering' : 'reading';
}

const taken = new Map<string, number>();
let stage = 'reading';
let before = process.cpuUsage();

/** Adds what was taken since the last time to the stage that took it. */
function settle(): void {
  const { user, system } = process.cpuUsage(before);
  before = process.cpuUsage();
  taken.set(stage, (taken.get(stage) ?? 0) + (user + system) / 1e6);
}

const { published, problems } = await run({
  data,
  cache,
  tables: join(out, 'tables'),
  proof: join(out, 'proof.json'),
  version: 'bench',
  tell: (step) => {
    settle();
    stage = stageAfter(step);
  },
});
settle();
if (!published)
  throw new Error(
    `no tables were made: ${problems.map(({ code, value }) => `${code} ${value ?? ''}`).join('; ')}`,
  );
console.log(
  JSON.stringify(Object.fromEntries([...taken].map(([name, seconds]) => [name, Number(seconds.toFixed(2))]))),
);

import { ReadFailure } from '../../../src/pipeline/read/failure.ts';
import { read } from '../../../src/pipeline/read/read.ts';

/* What reading a file to its end takes, and what comes of it: `node reading-once.ts FILE`. */

const [path = ''] = process.argv.slice(2);
const before = process.cpuUsage();

async function outcomeOf(): Promise<string> {
  try {
    let rows = 0;
    for (const sheet of await read({ path, file: 'hostile' }))
      for await (const batch of sheet.rows()) rows += batch.rows.length;
    return `${rows} rows`;
  } catch (error) {
    if (error instanceof ReadFailure) return error.problem.code;
    throw error;
  }
}

const outcome = await outcomeOf();
const { user, system } = process.cpuUsage(before);
const megabytes = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ seconds: (user + system) / 1e6, megabytes, outcome }));

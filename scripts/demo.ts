import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root, version } from './console.ts';
import { demonstration, generateProgramme } from './demo/generate.ts';
import { releaseAgain } from './demo/releases.ts';

/**
 * Invents a programme and writes its lookups and drops, and where there are settings its two releases:
 * `node scripts/demo.ts [--out DIR --findings N --responses N --departments N --seed N]`.
 */
const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'data' },
    findings: { type: 'string', default: String(demonstration.findings) },
    responses: { type: 'string', default: String(demonstration.responses) },
    departments: { type: 'string', default: String(demonstration.departments) },
    seed: { type: 'string', default: String(demonstration.seed) },
  },
});

function count(name: 'findings' | 'responses' | 'departments' | 'seed'): number {
  const number = Number(values[name]);
  if (Number.isSafeInteger(number) && number >= 0) return number;
  process.stderr.write(`--${name} takes a whole number, not “${values[name]}”\n`);
  process.exit(2);
}

await generateProgramme(values.out, {
  findings: count('findings'),
  responses: count('responses'),
  departments: count('departments'),
  seed: count('seed'),
});

if (existsSync(join(values.out, 'programme.yaml')))
  await releaseAgain(values.out, { cache: join(root, '.cache', 'drops'), version });

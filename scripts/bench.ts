import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { holdBack } from './bench/hold-back.ts';
import { measure, type Measurement } from './bench/measure.ts';
import { exitCodes, parameters, root, runCommand, sayIn } from './console.ts';
import { generateProgramme } from './demo/generate.ts';

/* The measurements in the README: `npm run bench [-- --findings N --responses N --departments N]`. */

const given = parameters(
  {
    findings: { type: 'string', default: '10000' },
    responses: { type: 'string', default: '1000000' },
    departments: { type: 'string', default: '60' },
  },
  'npm run bench [-- --findings N --responses N --departments N]',
);

const build = join(root, 'scripts', 'build.ts');
const check = join(root, 'scripts', 'check.ts');
const papa = join(root, 'scripts', 'bench', 'papa.ts');
const cache = join(root, '.cache', 'drops');

function line(what: string, { seconds, megabytes }: Measurement, budget: string): string {
  const memory = megabytes === null ? '–' : `${Math.round(megabytes)} MB`;
  return `| ${what} | ${seconds.toFixed(1)} s | ${memory} | ${budget} |`;
}

/** Reading and checking one large survey, beside Papa Parse alone on the same file. */
async function readingRatio(data: string, folder: string): Promise<string> {
  const alone = join(folder, 'reading');
  await mkdir(join(alone, 'drops'), { recursive: true });
  await cp(join(data, 'programme.yaml'), join(alone, 'programme.yaml'));
  await cp(join(data, 'lookup'), join(alone, 'lookup'), { recursive: true });
  await rename(join(data, 'drops', 'survey-2025.csv'), join(alone, 'drops', 'survey-2025.csv'));
  const ratios: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    await rm(cache, { recursive: true, force: true });
    const parse = await measure([papa, join(alone, 'drops', 'survey-2025.csv')]);
    const ours = await measure([check, '--data', alone]);
    ratios.push(ours.seconds / parse.seconds);
  }
  await rename(join(alone, 'drops', 'survey-2025.csv'), join(data, 'drops', 'survey-2025.csv'));
  const median = ratios.sort((a, b) => a - b)[1] ?? Number.NaN;
  return `| read, check and keep a survey, as a multiple of Papa Parse alone | ${median.toFixed(1)} × | – | 2.5 × |`;
}

async function main({ findings, responses, departments }: NonNullable<typeof given>): Promise<number> {
  const size = {
    findings: Number(findings),
    responses: Number(responses),
    departments: Number(departments),
    seed: 1,
  };
  const folder = await mkdtemp(join(tmpdir(), 'zhaocha-bench-'));
  const data = join(folder, 'data');
  const out = join(folder, 'site');
  try {
    await mkdir(data);
    await cp(join(root, 'data', 'programme.yaml'), join(data, 'programme.yaml'));
    await generateProgramme(data, size);
    const giveBack = await holdBack(data, Math.ceil(size.findings / 100), Math.ceil(size.responses / 100));
    const report = [
      `${size.findings} findings, ${size.responses} responses, ${size.departments} departments, 2 languages; ${availableParallelism()} cores (${cpus()[0]?.model.trim()}), Node ${process.versions.node}`,
      '',
      '| what | took | memory at its highest | budget |',
      '| --- | --- | --- | --- |',
    ];
    report.push(await readingRatio(data, folder));
    await rm(cache, { recursive: true, force: true });
    const first = await measure([build, '--data', data, '--out', out]);
    report.push(line('whole build from nothing', first, '60 s, 1,500 MB'));
    await giveBack();
    report.push(
      line('the same after a drop of 1 %', await measure([build, '--data', data, '--out', out]), '15 s'),
    );
    report.push(
      line('the same again, nothing new', await measure([build, '--data', data, '--out', out]), ''),
    );
    console.log(report.join('\n'));
    console.log(`\n${first.output.trim().split('\n').at(-1)}`);
    return exitCodes.well;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

if (given !== null) await runCommand(sayIn('en'), () => main(given));

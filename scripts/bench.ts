import { appendFile, cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { formsRow } from './bench/forms-row.ts';
import { growthRows } from './bench/growth.ts';
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
const reading = join(root, 'scripts', 'bench', 'reading.ts');
const protecting = join(root, 'scripts', 'bench', 'protecting.ts');
const exploring = join(root, 'scripts', 'bench', 'exploring.ts');
/* The browser belongs to the tests, and so does what looks at a site with it. */
const lighthouse = join(root, 'test', 'browser', 'lighthouse.ts');
/** What a thread that takes a large drop may hold; see `take-apart.ts`. */
const roomOfThread = '--max-old-space-size=1024';
const cache = join(root, '.cache', 'drops');

function line(what: string, { seconds, megabytes }: Measurement, budget: string): string {
  const memory = megabytes === null ? '–' : `${Math.round(megabytes)} MB`;
  return `| ${what} | ${seconds.toFixed(1)} s | ${memory} | ${budget} |`;
}

/** All surveys of a programme as one drop, in a programme of its own without any other. */
async function oneSurvey(data: string, alone: string): Promise<string> {
  await mkdir(alone, { recursive: true });
  await cp(join(data, 'programme.yaml'), join(alone, 'programme.yaml'));
  await cp(join(data, 'lookup'), join(alone, 'lookup'), { recursive: true });
  const survey = join(alone, 'survey.csv');
  const names = (await readdir(join(data, 'drops'))).filter((name) => name.startsWith('survey-'));
  for (const [place, name] of names.sort().entries()) {
    const text = await readFile(join(data, 'drops', name), 'utf8');
    await appendFile(survey, place === 0 ? text : text.slice(text.indexOf('\n') + 1));
  }
  return survey;
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[1] ?? Number.NaN;

/** The check of a drop with two faults in each of its rows, every one of them told as JSON. */
async function faultyRow(data: string, folder: string): Promise<string> {
  const faulty = join(folder, 'faulty');
  await mkdir(join(faulty, 'drops'), { recursive: true });
  await cp(join(data, 'programme.yaml'), join(faulty, 'programme.yaml'));
  await cp(join(data, 'lookup'), join(faulty, 'lookup'), { recursive: true });
  const rows = Array.from({ length: 300_000 }, (_, place) => `R${place},2025-99-99,nobody${place},active\n`);
  await writeFile(
    join(faulty, 'drops', 'faulty.csv'),
    `response_id,submitted_on,department,origin\n${rows.join('')}`,
  );
  const told = await measure([check, '--data', faulty, '--no-changes', '--json'], exitCodes.data);
  return line('`npm run check -- --json` of 300,000 rows with two faults each', told, '400 MB');
}

/** Reading and checking one large survey, without and with keeping its records, beside Papa Parse alone on the same file. */
async function readingRatios(data: string, folder: string): Promise<string[]> {
  const alone = join(folder, 'reading');
  const survey = await oneSurvey(data, alone);
  const rounds: { readonly checked: Measurement; readonly kept: Measurement; readonly papa: number }[] = [];
  for (let round = 0; round < 3; round += 1) {
    const { seconds } = await measure([papa, survey]);
    const checked = await measure([roomOfThread, reading, survey, alone, join(folder, 'cache')]);
    await mkdir(join(alone, 'drops'));
    await rename(survey, join(alone, 'drops', 'survey.csv'));
    await rm(cache, { recursive: true, force: true });
    const kept = await measure([check, '--data', alone, '--no-changes']);
    await rename(join(alone, 'drops', 'survey.csv'), survey);
    await rm(join(alone, 'drops'), { recursive: true });
    rounds.push({ checked, kept, papa: seconds });
  }
  const row = (what: string, of: 'checked' | 'kept') => {
    const ratio = median(rounds.map((round) => round[of].seconds / round.papa)).toFixed(1);
    const memory = Math.max(...rounds.map((round) => round[of].megabytes ?? 0));
    return `| ${what} | ${ratio} × | ${memory === 0 ? '–' : `${Math.round(memory)} MB`} | 2.5 ×, 400 MB |`;
  };
  return [
    row(
      'read, recognise and check one survey of all responses, as a multiple of Papa Parse alone',
      'checked',
    ),
    row('the same with its records kept, the whole of `npm run check`', 'kept'),
  ];
}

/** Departments, halls, periods and responses of surveys whose tables are protected, each larger than the one before. */
const surveys = [
  [30, 6, 6, 25_000],
  [60, 9, 12, 100_000],
  [60, 9, 12, 1_000_000],
];

/** What protecting five linked tables of one question costs as its cells grow. */
async function protectingRows(): Promise<string[]> {
  const rows: string[] = [];
  for (const [departments = 0, halls = 0, periods = 0, responses = 0] of surveys) {
    const size = [departments, halls, periods, responses].map(String);
    const { output, megabytes } = await measure([protecting, ...size]);
    const { seconds, units, withheld, doubts, exposed } = JSON.parse(output) as Protecting;
    const what = `protect five tables of ${departments} departments × ${halls} halls × 4 channels × ${periods} periods, ${responses} responses: ${doubts} doubts, ${withheld} of ${units} units withheld in part or whole${exposed.length > 0 ? ', some exposed' : ''}`;
    rows.push(`| ${what} | ${seconds.toFixed(1)} s of CPU | ${Math.round(megabytes ?? 0)} MB | 30 s |`);
  }
  return rows;
}

/** What `protecting.ts` says. */
interface Protecting {
  readonly seconds: number;
  readonly units: number;
  readonly withheld: number;
  readonly doubts: number;
  readonly exposed: readonly string[];
}

/** What a reader of a register of 100,000 findings fetches and waits for, question by question. */
async function exploringRows(): Promise<string[]> {
  const { output } = await measure([exploring, '100000']);
  const answers = JSON.parse(output) as {
    readonly question: string;
    readonly found: number;
    readonly milliseconds: number;
    readonly bytes: number;
  }[];
  return answers.map(
    ({ question, found, milliseconds, bytes }) =>
      `| ${question}: ${found} of 100,000 | ${Math.round(milliseconds)} ms of CPU | ${Math.round(bytes / 1000)} KB | 200 ms, 300 KB |`,
  );
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
    const ratios = await readingRatios(data, folder);
    const faulty = await faultyRow(data, folder);
    const giveBack = await holdBack(data, Math.ceil(size.findings / 100), Math.ceil(size.responses / 100));
    const report = [
      `${size.findings} findings, ${size.responses} responses, ${size.departments} departments, 2 languages; ${availableParallelism()} cores (${cpus()[0]?.model.trim()}), Node ${process.versions.node}`,
      '',
      '| what | took | memory at its highest | budget |',
      '| --- | --- | --- | --- |',
      ...ratios,
      faulty,
      ...(await protectingRows()),
    ];
    await rm(cache, { recursive: true, force: true });
    const first = await measure([build, '--data', data, '--out', out]);
    report.push(line('whole build from nothing', first, '60 s, 1,500 MB'));
    report.push(await formsRow(out, first, folder));
    await giveBack();
    report.push(
      line('the same after a drop of 1 %', await measure([build, '--data', data, '--out', out]), '15 s'),
    );
    report.push(
      line('the same again, nothing new', await measure([build, '--data', data, '--out', out]), ''),
    );
    console.log(report.join('\n'));
    console.log(
      [
        '',
        '| what, and what comes of it | 1, 4 and 16 MB took | grows with the power | memory at its highest |',
        '| --- | --- | --- | --- |',
        ...(await growthRows(folder)),
      ].join('\n'),
    );
    console.log(
      [
        '',
        '| asked of the register, nothing fetched yet | until its first rows | fetched, as gzip | budget |',
        '| --- | --- | --- | --- |',
        ...(await exploringRows()),
      ].join('\n'),
    );
    console.log(`\n${(await measure([lighthouse, '--site', out])).output.trim()}`);
    console.log(`\n${first.output.trim().split('\n').at(-1)}`);
    return exitCodes.well;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

if (given !== null) await runCommand(sayIn('en'), () => main(given));

import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '../../src/pipeline/register/database.ts';
import { installEngines } from '../engines/install-engines.ts';
import { parameters, root } from '../console.ts';
import { growthOf } from './growth.ts';
import { measure } from './measure.ts';

/*
 * What counting costs in a Spark of two workers on this machine, by `npm run bench:engines`: surveys of more and
 * more answers in the form of the demonstration, ten to each response. Processor time of all processes together, which
 * other programs hardly stretch; a line through the points tells what a billion would cost.
 */

const program = fileURLToPath(new URL('programs/count-in-spark.ts', import.meta.url));

const given = parameters(
  { answers: { type: 'string', default: '1000000,10000000,100000000' } },
  'npm run bench:engines [-- --answers N,N,N]',
);

/** Ten of the questions of the demonstration, and how an answer to each is drawn from a number. */
const grade = (seed: number) =>
  `CASE hash(i, ${seed}) % 5 WHEN 0 THEN 'very_satisfied' WHEN 1 THEN 'satisfied' WHEN 2 THEN 'fairly_satisfied' WHEN 3 THEN 'dissatisfied' ELSE 'very_dissatisfied' END`;
const drawn = {
  ...Object.fromEntries(
    ['overall', 'clarity', 'once', 'waiting', 'staff', 'online'].map((id, place) => [id, grade(place)]),
  ),
  recommend: `CAST(hash(i, 7) % 11 AS VARCHAR)`,
  trips: `CASE hash(i, 8) % 4 WHEN 0 THEN 'none' WHEN 1 THEN 'one' WHEN 2 THEN 'two' ELSE 'more' END`,
  source: `CASE hash(i, 9) % 3 WHEN 0 THEN 'portal' WHEN 1 THEN 'counter' ELSE 'hotline' END`,
  troubles: `CASE hash(i, 10) % 3 WHEN 0 THEN 'papers|queue' WHEN 1 THEN 'slow' ELSE 'nothing' END`,
};

const answersEach = Object.keys(drawn).length;
/** What a count may take before it is stopped. */
const limits = { seconds: 7200, megabytes: 12_000 };

/** As many files as a warehouse would have: Spark shares them among its cores. */
const responsesPerFile = 1_000_000;

/** Writes a survey as Parquet files with the columns that a warehouse must have. */
async function invent(folder: string, responses: number): Promise<void> {
  await mkdir(folder);
  const database = await openDatabase(folder, 'counting');
  const questions = Object.entries(drawn).map(([id, cell]) => `${cell} AS "question:${id}"`);
  const unasked = `CAST(NULL AS VARCHAR) AS "question:answered"`;
  for (let start = 0; start < responses; start += responsesPerFile) {
    const end = Math.min(start + responsesPerFile, responses);
    await database.run(`COPY (
      SELECT '2026' AS "drop", CONCAT('R', i) AS response_id,
        CAST(DATE '2025-04-01' + CAST(hash(i, 11) % 365 AS INTEGER) AS VARCHAR) AS submitted_on,
        department.id AS department, CAST(NULL AS VARCHAR) AS service, hall.id AS hall,
        CASE hash(i, 14) % 2 WHEN 0 THEN 'online' ELSE 'onsite' END AS channel,
        CAST(NULL AS VARCHAR) AS origin, CAST(NULL AS VARCHAR) AS respondent,
        ${[...questions, unasked].join(', ')}
      FROM (SELECT range AS i FROM range(${start}, ${end})) AS numbers
      INNER JOIN (SELECT id, ROW_NUMBER() OVER () - 1 AS place, COUNT(*) OVER () AS many FROM read_csv('${root}/data/lookup/departments.csv')) AS department ON department.place = hash(i, 12) % department.many
      INNER JOIN (SELECT id, ROW_NUMBER() OVER () - 1 AS place, COUNT(*) OVER () AS many FROM read_csv('${root}/data/lookup/halls.csv')) AS hall ON hall.place = hash(i, 13) % hall.many
    ) TO '${join(folder, `part-${start / responsesPerFile}.parquet`)}' (FORMAT parquet, COMPRESSION zstd)`);
  }
  database.close();
}

if (given !== null) {
  const { spark } = await installEngines(join(root, '.engines'));
  const sizes = given.answers.split(',').map(Number);
  const folder = await mkdtemp(join(tmpdir(), 'zhaocha-engine-bench-'));
  const taken: number[] = [];
  try {
    for (const answers of sizes) {
      const responses = join(folder, String(answers));
      await invent(responses, answers / answersEach);
      const { ending, seconds, processorSeconds, megabytes, others, output } = await measure(
        [program, spark, responses],
        limits,
      );
      if (ending !== 'ended') throw new Error(`${answers} answers: ${ending}\n${output}`);
      taken.push(processorSeconds ?? seconds);
      const told = [
        `${(processorSeconds ?? 0).toFixed(0)} s of processor`,
        `${seconds.toFixed(0)} s on the clock with ${(others ?? 0).toFixed(1)} processors busy with other work`,
        `${(megabytes ?? 0).toFixed(0)} MB in all processes`,
        output.trim().split('\n').at(-1),
      ];
      console.log(`${answers} answers: ${told.join(', ')}`);
      await rm(responses, { recursive: true, force: true });
    }
    const [first = 0, last = 0] = [taken[0], taken.at(-1)];
    const [fewest = 0, most = 0] = [sizes[0], sizes.at(-1)];
    const each = (last - first) / (most - fewest);
    console.log(
      `beginning ${(first - each * fewest).toFixed(0)} s, then ${(each * 1e6).toFixed(2)} s of processor for each million answers; growth ${growthOf(sizes.slice(1), taken.slice(1)).toFixed(2)}; a billion, extrapolated: ${((first + each * (1e9 - fewest)) / 3600).toFixed(1)} h of processor`,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

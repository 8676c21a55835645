import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { createReadStream, readdirSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { nameOf } from '../../src/pipeline/engines/dialect.ts';
import { runFolder, type Result } from '../pipeline/small-programme.ts';
import { countedHere } from './counted-here.ts';

/*
 * Responses that lie in a warehouse: as Parquet files for Spark, in a table for PostgreSQL. What is published is what the
 * same responses give that come in drops, and what goes wrong there is said.
 */

const data = resolve(import.meta.dirname, '../../data');

let folder: string;
let ofDrops: Result;
let parquet: string;

/** The demonstration without its survey drops and its releases, with an engine. */
async function programme(name: string, engine: string): Promise<string> {
  const own = join(folder, name);
  await cp(data, own, {
    recursive: true,
    filter: (path) => !/[\\/](releases|proofs)$|survey-[^\\/]*$/.test(path),
  });
  const settings = await readFile(join(data, 'programme.yaml'), 'utf8');
  await writeFile(join(own, 'programme.yaml'), `${settings}\nengine: ${engine}\n`);
  return own;
}

const client = () => new pg.Client({ ...clientOptions() });
const clientOptions = () => {
  const { PGHOST, PGPORT, PGUSER, PGPASSWORD, PGDATABASE } = inject('postgres');
  return {
    host: PGHOST ?? '',
    port: Number(PGPORT),
    user: PGUSER ?? '',
    password: PGPASSWORD ?? '',
    database: PGDATABASE ?? '',
  };
};

/** How many applications have worked, or work, on a worker. */
const applicationsOf = (folder: string) =>
  readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).length;

const codes = ({ problems }: Result) => [...new Set(problems.map(({ code }) => code))].sort();
const engineProblem = ({ problems }: Result) => problems.find(({ code }) => code.startsWith('engine-'));

beforeAll(async () => {
  Object.assign(process.env, inject('postgres'), { SPARK_HOME: inject('spark').home });
  folder = await mkdtemp(join(tmpdir(), 'zhaocha-warehouse-'));
  const own = join(folder, 'drops-here');
  await cp(data, own, { recursive: true, filter: (path) => !/[\\/](releases|proofs)$/.test(path) });
  ofDrops = await runFolder(own);
  parquet = join(folder, 'responses');
  await mkdir(parquet);
  // A warehouse holds the latest state of each response, and each once.
  const { database } = await countedHere(own, join(folder, 'counted'));
  const all = `SELECT response.* EXCLUDE (drop_rank, carried_by), 'all' AS "drop" FROM response`;
  await database.run(`COPY (${all}) TO '${parquet}/part-1.parquet' (FORMAT parquet)`);
  await database.run(`COPY (${all}) TO '${folder}/responses.csv' (FORMAT csv, HEADER)`);
  database.close();
  const header = (await readFile(join(folder, 'responses.csv'), 'utf8')).split('\n', 1)[0] ?? '';
  const columns = header.split(',').map((column) => `${nameOf(column.replaceAll('"', ''))} TEXT`);
  const server = client();
  await server.connect();
  await server.query(`CREATE SCHEMA survey; CREATE TABLE survey.responses (${columns.join(', ')})`);
  await pipeline(
    createReadStream(join(folder, 'responses.csv')),
    server.query(copyFrom('COPY survey.responses FROM STDIN (FORMAT csv, HEADER)')),
  );
  await server.query(`CREATE USER outsider PASSWORD 'outside'`);
  await server.end();
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const spark = () =>
  `{ kind: spark, master: "${inject('spark').master}", responses: ${parquet}, options: { spark.sql.shuffle.partitions: 4 } }`;

describe.each([
  ['PostgreSQL', () => '{ kind: postgres, responses: survey.responses }'],
  ['Spark', spark],
])('responses in %s', (name, engine) => {
  it('give the tables that drops give', async () => {
    const there = await runFolder(await programme(name, engine()));
    expect(engineProblem(there)).toBeUndefined();
    expect(there.outcome.published).toBe(true);
    // A spelling that only the survey files used is of no use any more.
    expect(codes(there)).toEqual([...codes(ofDrops), 'unused-spelling'].sort());
    for (const table of ['answers', 'figures', 'finding_events'] as const)
      expect(await there.text(table), table).toBe(await ofDrops.text(table));
  });
});

describe('what goes wrong in PostgreSQL', () => {
  it.each([
    ['a table that is not there', '{ kind: postgres, responses: survey.replies }', 'engine-misses'],
    ['a table without the columns', '{ kind: postgres, responses: pg_catalog.pg_class }', 'engine-misses'],
    [
      'a host that is not there',
      '{ kind: postgres, host: 127.0.0.1, port: 1, responses: survey.responses }',
      'engine-unreachable',
    ],
    [
      'a database that is not there',
      '{ kind: postgres, database: nowhere, responses: survey.responses }',
      'engine-unreachable',
    ],
    [
      'an account with another password',
      '{ kind: postgres, user: outsider, responses: survey.responses }',
      'engine-unreachable',
    ],
  ])('is told: %s', async (name, engine, code) => {
    const result = await runFolder(await programme(`postgres ${name}`, engine));
    expect(result.outcome.published).toBe(false);
    expect(engineProblem(result)?.code).toBe(code);
  });

  it('is told: an account without rights', async () => {
    const own = process.env['PGPASSWORD'];
    process.env['PGPASSWORD'] = 'outside';
    const result = await runFolder(
      await programme('no rights', '{ kind: postgres, user: outsider, responses: survey.responses }'),
    ).finally(() => {
      process.env['PGPASSWORD'] = own;
    });
    expect(engineProblem(result)).toMatchObject({ code: 'engine-forbids' });
  });

  it('is told: a response twice', async () => {
    const server = client();
    await server.connect();
    await server.query(
      'CREATE VIEW survey.twice AS SELECT * FROM survey.responses UNION ALL (SELECT * FROM survey.responses LIMIT 3)',
    );
    await server.end();
    const result = await runFolder(await programme('twice', '{ kind: postgres, responses: survey.twice }'));
    expect(engineProblem(result)).toMatchObject({ code: 'engine-repeats', detail: '3' });
  });

  it('leaves nothing behind', async () => {
    const server = client();
    await server.connect();
    const { rows } = await server.query<{ left: number }>(
      `SELECT COUNT(*)::int AS left FROM pg_class WHERE relname IN ('counted', 'question_count', 'answer', 'finding_fact')`,
    );
    await server.end();
    expect(rows).toEqual([{ left: 0 }]);
  });
});

describe('what goes wrong in Spark', () => {
  it('is told: files that are not there', async () => {
    const engine = `{ kind: spark, master: "${inject('spark').master}", responses: /nowhere/responses }`;
    expect(engineProblem(await runFolder(await programme('spark misses', engine)))).toMatchObject({
      code: 'engine-misses',
      value: '/nowhere/responses',
    });
  });

  it('is told: no cluster there', async () => {
    const engine = `{ kind: spark, master: "spark://127.0.0.1:1", responses: ${parquet} }`;
    expect(engineProblem(await runFolder(await programme('spark nowhere', engine)))).toMatchObject({
      code: 'engine-unreachable',
      value: 'spark://127.0.0.1:1',
    });
  });

  it('is told: no program there', async () => {
    const home = process.env['SPARK_HOME'];
    process.env['SPARK_HOME'] = folder;
    const result = await runFolder(await programme('spark lacks', spark())).finally(() => {
      process.env['SPARK_HOME'] = home;
    });
    expect(engineProblem(result)).toMatchObject({ code: 'engine-unreachable' });
  });

  it('counts on where a worker is lost while it counts', async () => {
    const [victim] = inject('spark').workers;
    if (victim === undefined) throw new Error('Spark has no worker');
    // Of the two applications of a run the second one counts; a worker takes its own part of it with it.
    const before = applicationsOf(victim.folder);
    const counting = programme('lost worker', spark()).then((own) => runFolder(own));
    await expect
      .poll(() => applicationsOf(victim.folder) - before, { timeout: 600_000, interval: 200 })
      .toBe(2);
    process.kill(victim.pid, 'SIGKILL');
    const result = await counting;
    expect(engineProblem(result)).toBeUndefined();
    expect(await result.text('answers')).toBe(await ofDrops.text('answers'));
  });
});

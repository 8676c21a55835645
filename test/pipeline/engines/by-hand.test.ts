import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { globSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '../../../src/pipeline/register/database.ts';
import { runFolder, type Result } from '../small-programme.ts';

/*
 * Responses in a warehouse that we do not reach: an embedded store plays it. What is published must be what the same
 * responses give that come in drops.
 */

const golden = join(import.meta.dirname, '../../golden/small-survey');

let folder: string;
let warehouse: Database;
let ofDrops: Result;
let data: string;

/** The statements of a text, each with the file that its result is for, if it has one. */
function statementsIn(text: string): { file: string | null; statement: string }[] {
  return text
    .split(/;\n(?:\n|$)/)
    .map((statement) => ({ file: /-- → (\S+)/.exec(statement)?.[1] ?? null, statement }))
    .filter(({ statement }) => statement.trim() !== '');
}

/** Does what a person does: runs the statements and saves what comes. */
async function countByHand(text: string): Promise<void> {
  await mkdir(join(data, 'counts'), { recursive: true });
  for (const { file, statement } of statementsIn(text)) {
    if (file === null)
      await warehouse.run(statement.replaceAll('CREATE TEMPORARY', 'CREATE OR REPLACE TEMPORARY'));
    else {
      const query = statement.slice(statement.indexOf('SELECT'));
      await warehouse.run(`COPY (${query}) TO '${join(data, file)}' (FORMAT csv, HEADER)`);
    }
  }
}

const problemsOf = ({ problems }: Result) => problems.map(({ code, file }) => `${code} ${file}`);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhaocha-by-hand-'));
  const withDrops = join(folder, 'drops-here');
  data = join(folder, 'warehouse');
  await cp(golden, withDrops, { recursive: true });
  await cp(golden, data, { recursive: true });
  await rm(join(data, 'drops', 'survey.csv'));
  const settings = await readFile(join(golden, 'programme.yaml'), 'utf8');
  await writeFile(
    join(data, 'programme.yaml'),
    `${settings}\nengine: { kind: by-hand, dialect: duckdb, responses: responses }\n`,
  );
  ofDrops = await runFolder(withDrops);
  const [parquet] = globSync(join(withDrops, 'cache', '*', 'responses-1.parquet'));
  warehouse = await openDatabase(folder, 'counting');
  await warehouse.run(`CREATE TABLE responses AS SELECT *, 'all' AS "drop" FROM read_parquet('${parquet}')`);
});

afterAll(async () => {
  warehouse.close();
  await rm(folder, { recursive: true, force: true });
});

it('asks for days, then for answers, and publishes what drops would have given', async () => {
  expect(ofDrops.outcome.published).toBe(true);
  const first = await runFolder(data);
  expect(problemsOf(first)).toContain('counts-missing counts/arrivals.csv');
  await countByHand(first.outcome.statements ?? '');
  const second = await runFolder(data);
  expect(problemsOf(second)).toContain('counts-missing counts/responses.csv');
  await countByHand(second.outcome.statements ?? '');
  const third = await runFolder(data);
  expect(problemsOf(third)).toEqual(problemsOf(ofDrops));
  expect(third.outcome.published).toBe(true);
  for (const table of ['answers', 'figures'] as const)
    expect(await third.text(table), table).toBe(await ofDrops.text(table));
  const quality = await third.rows('quality');
  const rows = (drop: string, from: typeof quality) =>
    from.filter((row) => row['drop'] === drop && row['outcome'] === 'used').map((row) => row['rows']);
  expect(rows('warehouse/all', quality)).toEqual(rows('survey.csv', await ofDrops.rows('quality')));
});

describe('counts that are not as they must be', () => {
  /** Runs with one file of counts changed, and puts it back. */
  async function withChanged(name: string, change: (text: string) => string): Promise<string[]> {
    const path = join(data, 'counts', `${name}.csv`);
    const text = await readFile(path, 'utf8');
    await writeFile(path, change(text));
    const result = await runFolder(data);
    await writeFile(path, text);
    expect(result.outcome.published).toBe(false);
    return problemsOf(result).filter((problem) => /counts|engine/.test(problem));
  }

  it.each([
    ['a column is missing', 'counts-malformed', (text: string) => text.replaceAll(/,[^,\n]*(?=\n)/g, '')],
    ['a count is none', 'counts-malformed', (text: string) => text.replace(/,\d+,(\w+)\n$/, ',many,$1\n')],
    [
      'the statements have changed',
      'counts-stale',
      (text: string) => text.replace(/,\w+\n$/, ',0123456789ab\n'),
    ],
    [
      'the last rows are lost',
      'counts-incomplete',
      (text: string) => `${text.trimEnd().split('\n').slice(0, -1).join('\n')}\n`,
    ],
    [
      'an answer is none of the question',
      'engine-unknown-value',
      (text: string) => text.replaceAll(/satisfied/g, 'delighted'),
    ],
  ])('are refused: %s', async (_, code, change) => {
    const problems = await withChanged('answers', change);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(code);
  });

  it('are refused where a response stands twice', async () => {
    const problems = await withChanged('repeated', (text) => text.replace(/\n0,/, '\n7,'));
    expect(problems).toEqual(['engine-repeats programme.yaml']);
  });

  it('are not taken beside drops with responses', async () => {
    await cp(join(golden, 'drops', 'survey.csv'), join(data, 'drops', 'survey.csv'));
    const result = await runFolder(data);
    await rm(join(data, 'drops', 'survey.csv'));
    expect(problemsOf(result)).toContain('answers-twice survey.csv');
  });
});

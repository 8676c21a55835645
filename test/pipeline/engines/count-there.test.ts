import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { EngineSettings } from '../../../src/model/engine.ts';
import { tallyNames } from '../../../src/model/tally.ts';
import { countThere, tallyScript } from '../../../src/pipeline/engines/count-there.ts';
import { dialects, writtenOut } from '../../../src/pipeline/engines/dialect.ts';
import { inOrder } from '../../../src/pipeline/engines/in-order.ts';
import { openDatabase } from '../../../src/pipeline/register/database.ts';
import { lendFrom } from '../../../src/pipeline/engines/lend.ts';
import { countedHere, type CountedHere } from '../../engines/counted-here.ts';
import { runSmall, settingsText } from '../small-programme.ts';

/*
 * What an engine is asked, held against the embedded store: here by another embedded store, in `test/engines/` by Spark and
 * PostgreSQL. Nothing but the dialect differs.
 */

const golden = join(import.meta.dirname, '../../golden/small-survey');

let folder: string;
let here: CountedHere;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhaocha-engine-'));
  here = await countedHere(golden, join(folder, 'cache'));
});

afterAll(async () => {
  here.database.close();
  await rm(folder, { recursive: true, force: true });
});

it('asks an engine that is lent its tables for the same rows', async () => {
  const { settings, statementOf } = here;
  const script = tallyScript(dialects.duckdb, settings, statementOf);
  const lend = lendFrom(here.database);
  const engine = await openDatabase(join(folder, 'spill'), 'counting');
  onTestFinished(engine.close);
  for (const table of script.lent) {
    const path = join(folder, `${table.name}.parquet`);
    await lend(table, path, 'parquet');
    await engine.run(`CREATE TEMPORARY VIEW ${table.name} AS SELECT * FROM read_parquet('${path}')`);
  }
  for (const statement of script.prepare) await engine.run(statement);
  for (const name of tallyNames)
    expect(inOrder(statementOf(name), await engine.query(statementOf(name))), name).toEqual(
      here.tallies[name],
    );
  expect(here.tallies.answers.length).toBeGreaterThan(0);
  expect(here.tallies.answered.length).toBeGreaterThan(0);
});

it('lends no text of a finding and nobody’s id', () => {
  const { lent } = tallyScript(dialects.spark, here.settings, here.statementOf);
  const columns = lent.flatMap((table) => Object.keys(table.columns));
  expect(
    columns.filter((column) => /title|description|note|response_id|visit_id|reply/.test(column)),
  ).toEqual([]);
});

it.each([
  ['duckdb', "(VALUES ('it''s', 'a\\b')) AS t(one, two)"],
  ['postgres', "(VALUES ('it''s', 'a\\b')) AS t(one, two)"],
  ['spark', "(VALUES ('it\\'s', 'a\\\\b')) AS t(one, two)"],
] as const)('writes any text for %s', (name, written) => {
  expect(writtenOut(dialects[name], 't', ['one', 'two'], [["it's", 'a\\b']])).toBe(written);
});

describe('an engine that does not answer', () => {
  it('is told: no PostgreSQL there', async () => {
    const nowhere: EngineSettings = { kind: 'postgres', host: '127.0.0.1', port: 1, user: 'nobody' };
    const { database, ...others } = here;
    await expect(countThere(nowhere, { ...others, store: database, data: golden })).rejects.toMatchObject({
      problem: {
        code: 'engine-unreachable',
        file: 'programme.yaml',
        value: '127.0.0.1:1',
        detail: 'connect ECONNREFUSED 127.0.0.1:1',
      },
    });
  });

  it('stops the run before anything is written', async () => {
    const { outcome, problems } = await runSmall({
      'programme.yaml': settingsText({
        engine: '{ kind: postgres, host: 127.0.0.1, port: 1, user: nobody }',
      }),
    });
    expect(outcome.published).toBe(false);
    expect(problems.map(({ code }) => code)).toContain('engine-unreachable');
  });
});

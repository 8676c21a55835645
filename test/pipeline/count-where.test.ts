import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EngineSettings } from '../../src/model/engine.ts';
import { countWhere } from '../../src/pipeline/count-where.ts';
import { EngineFailure } from '../../src/pipeline/engines/engine.ts';
import { countedHere, type CountedHere } from '../engines/counted-here.ts';

const golden = join(import.meta.dirname, '../golden/small-survey');

let folder: string;
let here: CountedHere;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhaocha-where-'));
  here = await countedHere(golden, join(folder, 'cache'));
});

afterAll(async () => {
  here.database.close();
  await rm(folder, { recursive: true, force: true });
});

/** Counts the small survey as a programme with this engine has it counted. */
function counted(engine?: EngineSettings) {
  const { settings } = here;
  const programme = { ...settings.programme, engine };
  const deliveries = { drops: [], placed: [], counted: 0, problems: [] };
  return countWhere({ ...here, deliveries, settings: { ...settings, programme }, data: folder });
}

/** What is asked of an engine whose part a person plays, which needs no server, before the person has done anything. */
async function asked(engine: EngineSettings): Promise<EngineFailure> {
  const failure = await counted(engine).catch((error: unknown) => error);
  if (!(failure instanceof EngineFailure)) throw new Error('an engine by hand has nothing to say');
  return failure;
}

describe('countWhere', () => {
  it('counts here where the settings name no engine, or the embedded store', async () => {
    expect(await counted()).toEqual(here.tallies);
    expect(await counted({ kind: 'duckdb' })).toEqual(here.tallies);
    expect(here.tallies.answers.length).toBeGreaterThan(0);
  });

  it('lends an engine everything and has it count all, where the settings name one', async () => {
    const { problem, statements } = await asked({ kind: 'by-hand', dialect: 'duckdb' });
    expect(problem).toMatchObject({ code: 'counts-missing', value: 'findings' });
    for (const name of ['findings', 'visits', 'answers'])
      expect(statements).toContain(`-- → counts/${name}.csv`);
  });

  it('asks for the survey alone where the answers lie in a warehouse: the findings are counted here', async () => {
    const { problem, statements } = await asked({
      kind: 'by-hand',
      dialect: 'duckdb',
      responses: 'responses',
    });
    expect(problem).toMatchObject({ code: 'counts-missing', value: 'responses' });
    expect(statements).toContain('-- → counts/answers.csv');
    expect(statements).not.toContain('-- → counts/findings.csv');
  });
});

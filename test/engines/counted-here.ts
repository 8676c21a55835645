import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Settings } from '../../src/model/settings.ts';
import type { Tallies, TallyName } from '../../src/model/tally.ts';
import { configure } from '../../src/pipeline/configure/configure.ts';
import { countSurvey } from '../../src/pipeline/register/count-survey.ts';
import { openDatabase, type Database } from '../../src/pipeline/register/database.ts';
import { openLog } from '../../src/pipeline/register/problem-log.ts';
import { register, type Registered } from '../../src/pipeline/register/register.ts';
import { readTable } from '../../src/pipeline/read-table.ts';
import { dropNames } from '../../src/pipeline/take/open-drops.ts';
import { takeDrops } from '../../src/pipeline/take/take-drops.ts';
import { tally, tallyStatement } from '../../src/pipeline/tally/tally.ts';

/** A programme that is registered, and what the embedded store counts of it. */
export interface CountedHere {
  readonly database: Database;
  readonly registered: Registered;
  readonly settings: Settings;
  readonly tallies: Tallies;
  readonly statementOf: (name: TallyName) => string;
  readonly cache: string;
}

/** Registers a programme and counts it in the embedded store, which stays open. */
export async function countedHere(data: string, cache: string): Promise<CountedHere> {
  await mkdir(cache, { recursive: true });
  const { settings } = await configure(data, readTable);
  if (settings === null) throw new Error(`${data} has settings that must be mended`);
  const { kept } = await takeDrops(
    await dropNames(data),
    { data, cache, settings },
    { tell: () => {}, seeProgress: () => {} },
  );
  const database = await openDatabase(join(cache, 'spill'), 'counting', {
    columns: settings.questions.length,
  });
  const log = openLog(join(cache, 'problems.jsonl'));
  const registered = await register({ database, kept, settings, cutoff: settings.programme.cutoff, log });
  log.close();
  const statementOf = (name: TallyName) => tallyStatement(name, settings);
  const survey = await countSurvey(database, registered.whole, settings, statementOf);
  const tallies = await tally(registered.query, settings, survey);
  return { database, registered, settings, tallies, statementOf, cache };
}

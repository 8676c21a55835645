import { distantEngine } from '../model/engine.ts';
import type { Settings } from '../model/settings.ts';
import type { Tallies, TallyName } from '../model/tally.ts';
import { countThere, type Place } from './engines/count-there.ts';
import type { Deliveries } from './engines/deliveries.ts';
import { countInWarehouse, openMonths } from './engines/warehouse.ts';
import { countSurvey } from './register/count-survey.ts';
import type { Database } from './register/database.ts';
import type { Registered } from './register/register.ts';
import { tally } from './tally/tally.ts';

/** What is counted, and what is needed to count it. */
export interface Countable extends Place {
  readonly database: Database;
  readonly registered: Registered;
  readonly deliveries: Deliveries;
  readonly settings: Settings;
  readonly statementOf: (name: TallyName) => string;
}

/** Counts where the programme has it counted: here, in an engine that is lent everything, or where the answers lie. */
export async function countWhere(countable: Countable): Promise<Tallies> {
  const { database, registered, deliveries, settings, statementOf } = countable;
  const engine = distantEngine(settings.programme.engine);
  const toCount = { ...countable, store: database };
  if (engine !== null && engine.responses === undefined) return countThere(engine, toCount);
  if (engine === null)
    return tally(
      registered.query,
      settings,
      await countSurvey(database, registered.whole, settings, statementOf),
    );
  const survey = await countInWarehouse(engine, toCount);
  await openMonths(database, deliveries);
  return tally(registered.query, settings, survey);
}

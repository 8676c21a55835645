import type { EngineSettings } from '../../model/engine.ts';
import type { Settings } from '../../model/settings.ts';
import { tallyNames, type Tallies, type TallyName } from '../../model/tally.ts';
import { answerCounts } from './answer-counts.ts';
import { byHand } from './by-hand.ts';
import { checkCounts } from './check-counts.ts';
import { dialects, type Dialect } from './dialect.ts';
import type { Engine, Script, Store } from './engine.ts';
import { inOrder } from './in-order.ts';
import { lendFrom } from './lend.ts';
import { lentTables } from './lent.ts';
import { postgres } from './postgres.ts';
import { spark } from './spark.ts';

/** The statement of a tally. */
export type StatementOf = (name: TallyName) => string;

/** Where an engine finds what it needs of this machine. */
export interface Place {
  /** The folder of the programme. */
  readonly data: string;
  /** Where files may lie while they are lent. */
  readonly cache: string;
}

/** The engine of the settings, and the dialect that it understands. */
export function engineOf(
  settings: EngineSettings,
  { data, cache }: Place,
): { engine: Engine; dialect: Dialect } {
  if (settings.kind === 'spark') return { engine: spark(settings), dialect: dialects.spark };
  if (settings.kind === 'by-hand')
    return { engine: byHand(data), dialect: dialects[settings.dialect ?? 'postgres'] };
  return { engine: postgres(settings, cache), dialect: dialects.postgres };
}

/** The whole tally as one script, for an engine that is lent all that it counts. */
export function tallyScript(dialect: Dialect, settings: Settings, statementOf: StatementOf): Script {
  return {
    lent: lentTables(settings),
    prepare: answerCounts(dialect, settings),
    asked: tallyNames.map((name) => ({ name, statement: statementOf(name) })),
  };
}

/** What an engine is to count. */
export interface ToCount extends Place {
  readonly store: Store;
  readonly settings: Settings;
  readonly statementOf: StatementOf;
}

/** Has an engine count the register that it is lent: the same statements, their rows in the same order. */
export async function countThere(chosen: EngineSettings, toCount: ToCount): Promise<Tallies> {
  const { store, settings, statementOf } = toCount;
  const { engine, dialect } = engineOf(chosen, toCount);
  const answered = await engine(tallyScript(dialect, settings, statementOf), lendFrom(store));
  const tallies = {} as Record<TallyName, Tallies[TallyName]>;
  for (const name of tallyNames) tallies[name] = inOrder(statementOf(name), answered.get(name) ?? []);
  checkCounts(tallies, settings);
  return tallies;
}

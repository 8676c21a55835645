import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { CheckedDrop } from '../model/batch.ts';
import type { EarlierSurvey } from '../model/earlier-survey.ts';
import { distantEngine, warehouseOf } from '../model/engine.ts';
import { isoDay } from '../model/iso-day.ts';
import { isFatal, type Problem } from '../model/problem.ts';
import { thresholdsOf } from '../model/programme.ts';
import type { Settings } from '../model/settings.ts';
import type { Tallies, TallyName } from '../model/tally.ts';
import type { ToldProblems } from '../model/told-problems.ts';
import { configure, type ReadTable } from './configure/configure.ts';
import { areServicesNested } from './protect/nested-services.ts';
import { countThere, type Place } from './engines/count-there.ts';
import { daysOf, placeDeliveries, type Deliveries } from './engines/deliveries.ts';
import { EngineFailure } from './engines/engine.ts';
import { askArrivals, countInWarehouse, openMonths } from './engines/warehouse.ts';
import type { Protection, ProtectInput } from './protect/protect.ts';
import { protectAgain, type ProtectionMemory } from './protect/protect-again.ts';
import { writeProof } from './protect/written-proof.ts';
import { publish } from './publish/publish.ts';
import { programmeKey } from './programme-key.ts';
import { keepProtection, recallProtection } from './recall-protection.ts';
import { ReadFailure } from './read/failure.ts';
import { read } from './read/read.ts';
import { clearUnused } from './register/clear-unused.ts';
import { countSurvey } from './register/count-survey.ts';
import { openDatabase, type Database } from './register/database.ts';
import { openLog, type ProblemLog } from './register/problem-log.ts';
import { register, type Registered } from './register/register.ts';
import { rowsToRegister } from './register/whole-drops.ts';
import { earlierSurvey, tellingReleases } from './releases/earlier-survey.ts';
import { readKeptPairs } from './releases/kept-pairs-file.ts';
import { ledgerProblems } from './releases/ledger-problems.ts';
import { earlierOf, readReleases, type EarlierRelease } from './releases/read-releases.ts';
import { summarise } from './summarise/summarise.ts';
import { openDrops } from './take/open-drops.ts';
import { takeDrops } from './take/take-drops.ts';
import { tally, tallyStatement } from './tally/tally.ts';

/** What a process that runs again and again keeps from one run to the next. Private: it holds true counts. */
export interface RunMemory extends ProtectionMemory {
  /** What each earlier release told of the survey, by the hash of its record: a release never changes. */
  told?: ReadonlyMap<string, EarlierSurvey>;
}

/** What a run works on. */
export interface RunOptions {
  /** The folder of the programme: settings, lists, layouts, drops. */
  readonly data: string;
  /** Where records of drops are kept between runs. */
  readonly cache: string;
  /** Where the tables go; null only checks. */
  readonly tables: string | null;
  /** Where the proof that nothing withheld can be had is written. Private: never in the site. */
  readonly proof?: string;
  /** Instead of the cut-off in the settings. */
  readonly cutoff?: string;
  readonly version: string;
  /** The moment of the run: rows dated after its day are told. Nothing that is written depends on it. */
  readonly now?: Date;
  /** What a process that runs again and again keeps from one run to the next; others keep it in the cache. */
  readonly memory?: RunMemory;
  /** Told what is being done. */
  readonly tell?: (step: Step) => void;
}

/** A step of a run, for showing progress. */
export type Step =
  | { readonly doing: 'begin'; readonly settings: Settings }
  | { readonly doing: 'reading'; readonly rows: number; readonly share: number }
  | { readonly doing: 'read'; readonly drop: CheckedDrop; readonly fromCache: boolean }
  | { readonly doing: 'count' | 'publish' };

/** What came of a run. `published` is whether tables were written. */
export interface Outcome extends ToldProblems {
  readonly settings: Settings | null;
  readonly drops: readonly CheckedDrop[];
  readonly fatal: boolean;
  readonly published: boolean;
  /** Statements that wait to be run in a warehouse that we do not reach (`npm run tally:sql`). */
  readonly statements?: string | null;
}

/** Reads a small table whole, in the way that every drop is read. */
export const readTable: ReadTable = async (path, file) => {
  try {
    const rows: { row: number; cells: string[] }[] = [];
    for (const sheet of await read({ path, file }))
      for await (const batch of sheet.rows())
        batch.rows.forEach((cells, position) => {
          if (cells.some((cell) => cell.trim() !== '')) rows.push({ row: batch.first + position, cells });
        });
    const [header, ...below] = rows;
    const names = (header?.cells ?? []).map((name) => name.trim());
    return { table: { file, header: names, rows: below }, problems: [] };
  } catch (error) {
    if (error instanceof ReadFailure) return { table: null, problems: [error.problem] };
    throw error;
  }
};

/** The drops of a programme, in their order: a later name corrects an earlier one. */
export async function dropNames(data: string): Promise<string[]> {
  return [...(await openDrops(data)).files];
}

/** The decisions that no drop needs any more. */
function unusedDecisions(settings: Settings, drops: readonly CheckedDrop[]): Problem[] {
  const spellings = new Set(drops.flatMap((drop) => drop.spellings));
  const redactions = new Set(drops.flatMap((drop) => drop.redactions));
  return [
    ...settings.spellings
      .filter(({ list, spelling }) => !spellings.has(`${list}:${spelling}`))
      .map(({ spelling }): Problem => ({
        code: 'unused-spelling',
        file: 'lookup/spellings.csv',
        value: spelling,
      })),
    ...settings.redactions
      .filter(({ hash }) => !redactions.has(hash))
      .map(({ hash }): Problem => ({ code: 'unused-redaction', file: 'lookup/redactions.csv', value: hash })),
  ];
}

/** Answers lie in the warehouse or come in drops: from both nobody could say which of two is the same person's. */
function answersTwice({ programme }: Settings, drops: readonly CheckedDrop[]): Problem[] {
  if (warehouseOf(programme.engine) === null) return [];
  return drops
    .filter(({ kinds }) => kinds.includes('responses'))
    .map(({ file }) => ({ code: 'answers-twice', file, value: programme.engine?.responses ?? '' }));
}

/** Registers with a log of its own. */
async function withLog(
  { cache, data }: RunOptions,
  make: (log: ProblemLog) => Promise<Registered>,
): Promise<{ registered: Registered; problems: ToldProblems }> {
  // Of this process alone: another run of the programme would put its own in the place of what is still to be told. Named like
  // all that is unfinished, it goes after a day.
  const log = openLog(join(cache, `problems-${programmeKey(data)}.making-${process.pid}.jsonl`));
  try {
    const registered = await make(log);
    return { registered, problems: log.close() };
  } catch (error) {
    log.close();
    throw error;
  }
}

/** What the earlier releases told of the survey; not read again where it is remembered. */
async function toldBefore(
  releases: readonly EarlierRelease[],
  memory: RunMemory | undefined,
): Promise<EarlierSurvey[]> {
  const told = await Promise.all(
    releases.map(async (release) => memory?.told?.get(release.sha256) ?? (await earlierSurvey(release))),
  );
  if (memory !== undefined)
    memory.told = new Map(told.map((one, place) => [releases[place]?.sha256 ?? '', one]));
  return told;
}

/** Protects without doing again what the run before this one did. */
async function protectRemembering(
  input: ProtectInput,
  { cache, data, memory }: RunOptions,
): Promise<Protection> {
  if (memory !== undefined) return await protectAgain(input, memory);
  const recalled = await recallProtection(cache, data);
  const { last } = recalled;
  const protection = await protectAgain(input, recalled);
  const isNew = recalled.last !== last && protection.proof.length > 0;
  if (isNew) await keepProtection(cache, data, recalled);
  return protection;
}

/** What is counted, and what is needed to count it. */
interface Countable extends Place {
  readonly database: Database;
  readonly registered: Registered;
  readonly deliveries: Deliveries;
  readonly settings: Settings;
  readonly statementOf: (name: TallyName) => string;
}

/** Counts where the programme has it counted: here, in an engine that is lent everything, or where the answers lie. */
async function countWhere(countable: Countable): Promise<Tallies> {
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

/** The recipe: what becomes of a data drop, stage by stage. Stops before anything is written if the data must be mended. */
export async function run(options: RunOptions): Promise<Outcome> {
  const { settings, problems } = await configure(options.data, readTable);
  const stop = (
    all: readonly Problem[],
    drops: readonly CheckedDrop[] = [],
    more: Outcome['more'] = [],
  ): Outcome => ({
    settings,
    problems: all,
    more,
    drops,
    fatal: all.some((problem) => isFatal(problem, settings?.programme.tolerate)),
    published: false,
  });
  if (settings === null) return stop(problems);
  options.tell?.({ doing: 'begin', settings });
  await mkdir(options.cache, { recursive: true });
  await clearUnused(options.cache, Date.now());
  const { data, cache } = options;
  const { files, problems: missing } = await openDrops(data);
  const taken = await takeDrops(
    files,
    { data, cache, settings },
    {
      tell: (drop, fromCache) => options.tell?.({ doing: 'read', drop, fromCache }),
      seeProgress: (rows, share) => options.tell?.({ doing: 'reading', rows, share }),
    },
  );
  const drops = taken.kept.map(({ drop }) => drop);
  const ledger = await readReleases(data);
  const found: Problem[] = [
    ...problems,
    ...ledger.problems,
    ...missing,
    ...taken.problems,
    ...unusedDecisions(settings, drops),
    ...answersTwice(settings, drops),
  ];
  if (stop(found).fatal) return stop(found, drops, taken.more);
  const database = await openDatabase(cache, options.tables === null ? 'checking' : 'counting', {
    columns: settings.questions.length,
    rows: rowsToRegister(taken.kept),
  });
  try {
    const cutoff = options.cutoff ?? settings.programme.cutoff;
    const earlier = await earlierOf(ledger.releases);
    const told = await toldBefore(tellingReleases(ledger.releases), options.memory);
    const warehouse = warehouseOf(settings.programme.engine);
    const arrivals = warehouse === null ? [] : await askArrivals(warehouse, { data, cache });
    const { registered: ofDrops, problems: misfits } = await withLog(options, (log) =>
      register({
        database,
        kept: taken.kept,
        settings,
        cutoff,
        elsewhere: daysOf(arrivals),
        earlier: told,
        today: options.now && isoDay(options.now, settings.programme.time_zone),
        log,
      }),
    );
    const deliveries = placeDeliveries(arrivals, {
      cutoff: ofDrops.cutoff.on,
      periods: ofDrops.periods,
      earlier: told,
      corrected: settings.programme.survey_corrections ?? [],
    });
    for (const drop of deliveries.drops) options.tell?.({ doing: 'read', drop, fromCache: false });
    const registered = { ...ofDrops, drops: [...ofDrops.drops, ...deliveries.drops] };
    const lost = await ledgerProblems(earlier, registered);
    const all = [...found, ...misfits.problems, ...deliveries.problems, ...lost];
    const more = [...taken.more, ...misfits.more];
    if (stop(all).fatal || options.tables === null) return stop(all, registered.drops, more);
    options.tell?.({ doing: 'count' });
    const statementOf = (name: TallyName) => tallyStatement(name, settings);
    const tallies = await countWhere({
      database,
      registered,
      deliveries,
      settings,
      statementOf,
      data,
      cache,
    });
    const thresholds = thresholdsOf(settings.programme);
    const remembered = await Promise.all(
      told.map(async (one) => ({ ...one, kept: await readKeptPairs(options.data, one.release) })),
    );
    const toProtect = { tallies, settings, thresholds, earlier: remembered };
    const { survey, proof, problems: unsafe } = await protectRemembering(toProtect, options);
    if (stop(unsafe).fatal) return stop([...all, ...unsafe], registered.drops, more);
    const services = areServicesNested(tallies.responses, settings.lookups) ? 'nested' : 'apart';
    if (options.proof !== undefined)
      await writeProof(options.proof, {
        thresholds,
        questions: settings.questions,
        proof,
        earlier: told,
        services,
      });
    const span = { periods: registered.periods, cutoff: registered.cutoff.on };
    const { figures, funnels, curves, answers } = summarise(tallies, survey, settings, span, thresholds);
    options.tell?.({ doing: 'publish' });
    await publish(options.tables, {
      register: registered,
      earlier,
      settings,
      figures,
      funnels,
      curves,
      answers,
      visits: tallies.visits.filter((row) => row['period'] !== ''),
      statementOf,
      version: options.version,
    });
    return { ...stop(all, registered.drops, more), published: true };
  } catch (error) {
    // An engine that did not count is for its keepers to mend, as drops are for theirs.
    if (!(error instanceof EngineFailure)) throw error;
    return { ...stop([...found, error.problem], drops, taken.more), statements: error.statements };
  } finally {
    database.close();
  }
}

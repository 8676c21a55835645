import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { CheckedDrop } from '../model/batch.ts';
import { warehouseOf } from '../model/engine.ts';
import { isoDay } from '../model/iso-day.ts';
import { isFatal, type Problem } from '../model/problem.ts';
import { thresholdsOf } from '../model/programme.ts';
import type { Settings } from '../model/settings.ts';
import type { TallyName } from '../model/tally.ts';
import type { ToldProblems } from '../model/told-problems.ts';
import { configure } from './configure/configure.ts';
import { passedUpdate } from './configure/passed-update.ts';
import { countWhere } from './count-where.ts';
import { daysOf, placeDeliveries } from './engines/deliveries.ts';
import { EngineFailure } from './engines/engine.ts';
import { askArrivals } from './engines/warehouse.ts';
import { muchWithheld } from './protect/much-withheld.ts';
import { areServicesNested } from './protect/nested-services.ts';
import type { ProtectionMemory } from './protect/protect-again.ts';
import { writeProof } from './protect/written-proof.ts';
import { publish } from './publish/publish.ts';
import { programmeKey } from './programme-key.ts';
import { readTexts } from './read-texts.ts';
import { readTable } from './read-table.ts';
import { protectRemembering } from './recall-protection.ts';
import { clearUnused } from './register/clear-unused.ts';
import { openDatabase } from './register/database.ts';
import { withLog } from './register/problem-log.ts';
import { register } from './register/register.ts';
import { rowsToRegister } from './register/whole-drops.ts';
import { tellingReleases } from './releases/earlier-survey.ts';
import { readKeptPairs } from './releases/kept-pairs-file.ts';
import { changedDeadlines } from './releases/changed-deadlines.ts';
import { ledgerProblems } from './releases/ledger-problems.ts';
import { earlierOf, readReleases } from './releases/read-releases.ts';
import { rewordedQuestions } from './releases/reworded-questions.ts';
import { stillToSay } from './releases/still-to-say.ts';
import { toldBefore, type ReleaseMemory } from './releases/told-before.ts';
import { summarise } from './summarise/summarise.ts';
import { answersTwice } from './take/answers-twice.ts';
import { openDrops } from './take/open-drops.ts';
import { takeDrops } from './take/take-drops.ts';
import { unusedDecisions } from './take/unused-decisions.ts';
import { tallyStatement } from './tally/tally.ts';

/** What a process that runs again and again keeps from one run to the next. Private: it holds true counts. */
export type RunMemory = ProtectionMemory & ReleaseMemory;

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

/** The recipe: what becomes of a data drop, stage by stage. Stops before anything is written if the data must be mended. */
export async function run(options: RunOptions): Promise<Outcome> {
  const decidedInSettings: string[] = [];
  const texts = readTexts((hash) => decidedInSettings.push(hash));
  const { settings, placeOf, problems } = await configure(options.data, readTable, texts);
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
  const isToSay = stillToSay(drops, ledger.releases);
  const found: Problem[] = [
    ...problems,
    ...ledger.problems,
    ...missing,
    // Of a kind that goes on in a file, what is at hand is the beginning.
    ...taken.problems.filter((one) => isToSay(one) || taken.more.some(({ counts }) => one.code in counts)),
    ...unusedDecisions(settings, drops, decidedInSettings),
    ...answersTwice(settings, drops),
  ];
  if (stop(found).fatal) return stop(found, drops, taken.more);
  const database = await openDatabase(cache, options.tables === null ? 'checking' : 'counting', {
    columns: settings.questions.length,
    rows: rowsToRegister(taken.kept),
  });
  try {
    const today = options.now && isoDay(options.now, settings.programme.time_zone);
    const cutoff = options.cutoff ?? settings.programme.cutoff;
    const earlier = await earlierOf(ledger.releases);
    const told = await toldBefore(tellingReleases(ledger.releases), options.memory);
    const warehouse = warehouseOf(settings.programme.engine);
    const arrivals = warehouse === null ? [] : await askArrivals(warehouse, { data, cache });
    // Of this process alone: another run of the programme would put its own in the place of what is still to be told. Named like
    // all that is unfinished, it goes after a day.
    const untold = join(cache, `problems-${programmeKey(data)}.making-${process.pid}.jsonl`);
    const { made: ofDrops, problems: misfits } = await withLog(
      untold,
      (log) =>
        register({
          database,
          kept: taken.kept,
          settings,
          cutoff,
          elsewhere: daysOf(arrivals),
          earlier: told,
          today,
          log,
        }),
      isToSay,
    );
    const deliveries = placeDeliveries(arrivals, {
      cutoff: ofDrops.cutoff.on,
      periods: ofDrops.periods,
      earlier: told,
      corrected: settings.programme.survey_corrections ?? [],
      today,
    });
    for (const drop of deliveries.drops) options.tell?.({ doing: 'read', drop, fromCache: false });
    const registered = { ...ofDrops, drops: [...ofDrops.drops, ...deliveries.drops] };
    const lost = await ledgerProblems(earlier, registered);
    const passed = passedUpdate(settings.programme, placeOf, ofDrops.cutoff.on, today);
    const otherwise = [
      ...changedDeadlines(settings.programme, earlier, placeOf(['deadlines'])),
      ...rewordedQuestions(settings, earlier),
    ];
    const all = [
      ...[...found, ...misfits.problems, ...passed],
      ...[...deliveries.problems, ...lost, ...otherwise],
    ];
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
      told,
      settings,
      figures,
      funnels,
      curves,
      answers,
      visits: tallies.visits.filter((row) => row['period'] !== ''),
      statementOf,
      version: options.version,
    });
    return {
      ...stop(
        [...all, ...unsafe, ...muchWithheld(survey, settings.programme, placeOf)],
        registered.drops,
        more,
      ),
      published: true,
    };
  } catch (error) {
    // An engine that did not count is for its keepers to mend, as drops are for theirs.
    if (!(error instanceof EngineFailure)) throw error;
    return { ...stop([...found, error.problem], drops, taken.more), statements: error.statements };
  } finally {
    database.close();
  }
}

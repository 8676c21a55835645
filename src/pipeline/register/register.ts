import type { CheckedDrop } from '../../model/batch.ts';
import type { Problem } from '../../model/problem.ts';
import { recordFields, type RecordKind } from '../../model/record.ts';
import type { Register } from '../../model/register.ts';
import type { Settings } from '../../model/settings.ts';
import { calendarYears } from './calendar.ts';
import { findCutoff, firstDay, loadClock, missingCutoff } from './clock.ts';
import type { Database } from './database.ts';
import type { KeptDrop } from './keep.ts';
import { periodsBetween } from './periods.ts';
import { stateProblems } from './problems.ts';
import { openRaw } from './raw.ts';
import { openResponses } from './responses.ts';
import { loadRules } from './rules.ts';
import { runFile } from './tables.ts';
import { corrections, laterRows, versionProblems, type LaterRow } from './versions.ts';

const kinds = Object.keys(recordFields) as RecordKind[];

/** The ranks of the drops whose findings rows carry events. */
function carryingRanks(kept: readonly KeptDrop[]): string[][] {
  return kept.flatMap(({ drop }, position) =>
    drop.kinds.includes('findings') && drop.kinds.includes('events') ? [[String(position + 1)]] : [],
  );
}

/** What the register needs to be made. */
export interface RegisterInput {
  readonly database: Database;
  readonly kept: readonly KeptDrop[];
  readonly settings: Settings;
  /** `latest`, a date, or a date and time. */
  readonly cutoff: string;
}

/** Puts the kept drops together: the latest state of every record, what became of earlier ones, and what does not fit. */
export async function register({
  database,
  kept,
  settings,
  cutoff: given,
}: RegisterInput): Promise<Register> {
  const drops = kept.map(({ drop }) => drop);
  const files = drops.map(({ file }) => file);
  for (const kind of kinds) await openRaw(database, kind, kept, settings);
  await loadRules(database, settings);
  const later = new Map<RecordKind, LaterRow[]>();
  for (const kind of kinds) later.set(kind, await laterRows(database, kind, settings));
  const problems = kinds.flatMap((kind) => versionProblems(kind, later.get(kind) ?? [], files));
  const cutoff = await findCutoff(database, given);
  if (cutoff.on === '') problems.push(missingCutoff(given));
  const periods =
    cutoff.on === ''
      ? []
      : periodsBetween(await firstDay(database, cutoff), cutoff.on, settings.programme.period);
  await loadClock(database, cutoff, periods);
  const { languages } = settings.programme;
  await runFile(database, 'findings.sql');
  const notes = languages.map((language) => `note_${language}`).join(', ');
  await database.fill('carrying_drop_text', ['drop_rank'], carryingRanks(kept));
  await database.run(
    'CREATE TABLE carrying_drop AS SELECT CAST(drop_rank AS BIGINT) AS drop_rank FROM carrying_drop_text',
  );
  await runFile(database, 'events.sql', { notes, no_notes: languages.map(() => 'NULL').join(', ') });
  await runFile(database, 'state.sql', { notes });
  await database.run(
    'CREATE VIEW visit AS SELECT raw_visits.* FROM raw_visits QUALIFY ROW_NUMBER() OVER (PARTITION BY visit_id ORDER BY drop_rank DESC, source_row DESC) = 1 AND "on" <= (SELECT cutoff_on FROM clock)',
  );
  await database.run(
    'CREATE VIEW transactions AS SELECT raw_transactions.* FROM raw_transactions QUALIFY ROW_NUMBER() OVER (PARTITION BY department, "month" ORDER BY drop_rank DESC, source_row DESC) = 1',
  );
  await openResponses(database, settings, later.get('responses') ?? []);
  problems.push(...(await stateProblems(database, settings, drops, cutoff, calendarYears())));
  return {
    query: database.query,
    cutoff,
    periods,
    drops: withAftermath(kept, later, problems),
    corrections: await corrections(database, files),
    problems,
  };
}

/** The drops with what was found out about them once all were seen: rows that repeat an earlier one, and problems. */
function withAftermath(
  kept: readonly KeptDrop[],
  later: ReadonlyMap<RecordKind, readonly LaterRow[]>,
  problems: readonly Problem[],
): CheckedDrop[] {
  const byFile = Map.groupBy(problems, ({ file }) => file);
  return kept.map(({ drop }, position) => {
    const own = drop.kinds[0];
    const rows = (own === undefined ? undefined : later.get(own)) ?? [];
    const repeated = rows.filter(({ dropRank, same }) => dropRank === position + 1 && same).length;
    const { account } = drop;
    return {
      ...drop,
      problems: [...drop.problems, ...(byFile.get(drop.file) ?? [])],
      account: {
        ...account,
        used: account.used - repeated,
        setAside: repeated === 0 ? account.setAside : { ...account.setAside, 'repeated-row': repeated },
      },
    };
  });
}

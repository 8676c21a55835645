import { join } from 'node:path';
import type { ValueRow } from '../../model/query.ts';
import type { Settings } from '../../model/settings.ts';
import { quoteText } from '../../model/sql-text.ts';
import type { Database } from './database.ts';
import { countsKey, findCounts, keepCounts } from './kept-counts.ts';
import { givenQuery } from './raw.ts';
import {
  columnsOfTally,
  countPart,
  declareCodes,
  emptyPart,
  monthOf,
  partTable,
  rankOf,
  surveyTallies,
  type SurveyTally,
} from './survey-part.ts';
import type { WholeDrop } from './whole-drops.ts';

/** The counts of the survey, as the statements of the tally give them. */
export type SurveyCounts = Readonly<Record<SurveyTally, readonly ValueRow[]>>;

type StatementOf = (name: SurveyTally) => string;

const names = Object.keys(surveyTallies) as SurveyTally[];

/** So many files of records are counted at a time: of a questionnaire of a dozen questions some 400,000 responses. */
const filesAtOnce = 10;

const allCounts = (name: SurveyTally) => `all_${name}`;

const countOf = (name: SurveyTally) => surveyTallies[name].count;

/** Kept counts of a whole drop, which does not know its own rank: that may change. */
interface KeptCounts {
  readonly path: string;
  readonly rank: number;
}

/** Makes a view of the counts of all parts: of the whole drops, and those of the rest, which lie in the table of the part. */
async function openAll(database: Database, name: SurveyTally, whole: readonly KeptCounts[]): Promise<void> {
  const all = (rank: string, from: string) =>
    `SELECT ${rank} AS drop_rank, ${monthOf} AS "month", * EXCLUDE (block) FROM ${from}`;
  const ranks = `[${whole.map(({ rank }) => rank).join(', ')}][CAST(file_index AS BIGINT) + 1]`;
  const paths = whole.map(({ path }) => quoteText(path)).join(', ');
  const parts = [
    all(rankOf, partTable(name)),
    ...(whole.length > 0 ? [all(ranks, `read_parquet([${paths}])`)] : []),
  ];
  await database.run(`CREATE OR REPLACE VIEW ${allCounts(name)} AS ${parts.join(' UNION ALL ')}`);
}

/** Counts a whole drop, a part of its records after the other, and keeps what it counted beside them. Gives the files. */
async function countWhole(
  database: Database,
  one: WholeDrop,
  due: readonly SurveyTally[],
  settings: Settings,
  statementOf: StatementOf,
  keyOf: (name: SurveyTally) => string,
): Promise<ReadonlyMap<SurveyTally, string>> {
  const files = new Map<SurveyTally, string>();
  const paths = one.parquet.responses ?? [];
  await emptyPart(database, due);
  for (let start = 0; start < paths.length; start += filesAtOnce) {
    const some = { ...one, parquet: { responses: paths.slice(start, start + filesAtOnce) } };
    const from = `SELECT *, 1 AS sign FROM (${givenQuery('responses', [some], settings)}) AS own`;
    await countPart(database, from, due, settings, statementOf);
  }
  for (const name of due) {
    const made = join(one.folder, `${name}.making-${process.pid}.parquet`);
    const columns = columnsOfTally(name).join(', ');
    await database.run(
      `COPY (SELECT ${columns}, CAST(SUM(${countOf(name)}) AS BIGINT) AS ${countOf(name)} FROM ${partTable(name)} GROUP BY ${columns}) TO ${quoteText(made)} (FORMAT parquet, COMPRESSION zstd)`,
    );
    files.set(name, await keepCounts(one.folder, name, keyOf(name), made));
  }
  return files;
}

/** The departments and months whose transactions are known, which decide how responses are told apart. */
async function knownTransactions(database: Database): Promise<string> {
  const rows = await database.query(
    'SELECT DISTINCT department, "month" FROM transactions ORDER BY department, "month"',
  );
  return JSON.stringify(rows.map((row) => [row['department'], row['month']]));
}

/** Adds up the counts of all parts for the months that count, each in its period and block. */
async function addUp(database: Database, name: SurveyTally): Promise<ValueRow[]> {
  const columns = columnsOfTally(name);
  const cells = columns.map((column) => {
    if (column === 'block') return 'placed.block AS block';
    if (column === 'period') return 'CASE WHEN own.period IS NOT NULL THEN placed.period END AS period';
    return `own.${column} AS ${column}`;
  });
  const positions = columns.map((_, position) => position + 1);
  return await database.query(
    `SELECT ${cells.join(', ')}, SUM(own.${countOf(name)}) AS ${countOf(name)} FROM ${allCounts(name)} AS own INNER JOIN counted_month AS placed ON placed.drop_rank = own.drop_rank AND placed."month" = own."month" GROUP BY ${positions.join(', ')} HAVING SUM(own.${countOf(name)}) <> 0 ORDER BY ${[positions.length, ...positions.slice(0, -1)].join(', ')}`,
  );
}

/** Leaves of `responded`, for other statements, the months that the counted responses span. */
async function openMonths(database: Database): Promise<void> {
  await database.run(
    `CREATE OR REPLACE TABLE responded AS SELECT CONCAT(own."month" // 100, '-', LPAD(CAST(own."month" % 100 AS VARCHAR), 2, '0')) AS "month" FROM ${allCounts('responses')} AS own INNER JOIN counted_month AS placed ON placed.drop_rank = own.drop_rank AND placed."month" = own."month" WHERE own."month" > 0 GROUP BY own."month" HAVING SUM(own.responses) > 0`,
  );
}

/**
 * Counts the answers of the survey by the statements of the tally. Each of them adds up, so what a large drop holds is
 * counted once and kept; what other drops change in it is added and taken away. The sum is that of counting everything at
 * once, which a test holds against it.
 */
export async function countSurvey(
  database: Database,
  whole: readonly WholeDrop[],
  settings: Settings,
  statementOf: StatementOf,
): Promise<SurveyCounts> {
  await declareCodes(database, settings);
  const known = await knownTransactions(database);
  const keyOf = (name: SurveyTally) =>
    countsKey(name, [statementOf(name), name === 'responses' ? known : '']);
  const kept: Record<SurveyTally, KeptCounts[]> = { responses: [], answered: [], answers: [] };
  for (const one of whole) {
    const due: SurveyTally[] = [];
    const add = (name: SurveyTally, path: string) => kept[name].push({ path, rank: one.rank });
    for (const name of names) {
      const path = await findCounts(one.folder, keyOf(name));
      if (path === null) due.push(name);
      else add(name, path);
    }
    if (due.length === 0) continue;
    const counted = await database.withAllCores(() =>
      countWhole(database, one, due, settings, statementOf, keyOf),
    );
    for (const [name, path] of counted) add(name, path);
  }
  await emptyPart(database, names);
  await countPart(database, 'SELECT * FROM rest', names, settings, statementOf);
  for (const name of names) await openAll(database, name, kept[name]);
  await openMonths(database);
  const counts = {} as Record<SurveyTally, ValueRow[]>;
  for (const name of names) counts[name] = await addUp(database, name);
  return counts;
}

import { newBlock, type ClosedPeriod, type EarlierSurvey } from '../../model/earlier-survey.ts';
import type { Problem } from '../../model/problem.ts';
import type { Period } from '../../model/register.ts';
import type { Settings } from '../../model/settings.ts';
import { quoteText } from '../../model/sql-text.ts';
import type { Database } from './database.ts';
import { closesOn } from './closed-periods.ts';
import type { SharedRows } from './versions.ts';

/** What decides which responses count. */
export interface ResponseRules {
  readonly settings: Settings;
  readonly shared: readonly SharedRows[];
  readonly periods: readonly Period[];
  readonly closed: readonly ClosedPeriod[];
  readonly earlier: readonly EarlierSurvey[];
  /** How many days after its end a period closes. */
  readonly days: number;
  /** The names of the drops, in the order of their ranks. */
  readonly files: readonly string[];
}

function choose(cases: readonly (readonly [when: string, then: string])[], otherwise: string): string {
  if (cases.length === 0) return otherwise;
  return `CASE ${cases.map(([when, then]) => `WHEN ${when} THEN ${then}`).join(' ')} ELSE ${otherwise} END`;
}

const between = ({ starts_on, ends_on }: Period) =>
  `submitted_on BETWEEN DATE ${quoteText(starts_on)} AND DATE ${quoteText(ends_on)}`;

/** The ranks of the drops that a release knew. */
function knownRanks({ drops }: EarlierSurvey, files: readonly string[]): string {
  const ranks = files.flatMap((file, position) => (drops.includes(file) ? [String(position + 1)] : []));
  return ranks.length === 0 ? '0' : ranks.join(', ');
}

/** Answers without a date belong to the release that knew their drop first. */
function undatedBlock(earlier: readonly EarlierSurvey[], files: readonly string[]): string {
  const cases = earlier.map(
    (one) => [`drop_rank IN (${knownRanks(one, files)})`, quoteText(String(one.release))] as const,
  );
  return choose(cases, quoteText(newBlock));
}

/** Whether a response came after its period was published, in a drop that was not there then. */
function lateExpression({ closed, earlier, files, settings }: ResponseRules): string {
  const corrected = settings.programme.survey_corrections ?? [];
  const cases = closed.flatMap((period) => {
    const release = earlier.find(({ release: number }) => String(number) === period.block);
    if (release === undefined || corrected.includes(period.period)) return [];
    return [[between(period), `drop_rank NOT IN (${knownRanks(release, files)})`] as const];
  });
  return choose(cases, 'FALSE');
}

async function openPeriods(database: Database, { periods, closed, days }: ResponseRules): Promise<Problem[]> {
  const open = periods.filter(({ period }) => !closed.some((one) => one.period === period));
  const problems: Problem[] = [];
  for (const period of open) {
    const [row] = await database.query(
      `SELECT SUM(responses) AS responses FROM standing_day WHERE ${between(period)}`,
    );
    if (Number(row?.['responses'] ?? 0) > 0)
      problems.push({
        code: 'period-not-closed',
        file: 'drops',
        value: period.period,
        detail: closesOn(period.ends_on, days),
      });
  }
  return problems;
}

async function lateAnswers(database: Database, rules: ResponseRules): Promise<Problem[]> {
  if (rules.earlier.length === 0) return [];
  const rows = await database.query(
    `SELECT drop_rank, SUM(responses) AS responses FROM standing_day WHERE ${lateExpression(rules)} GROUP BY drop_rank ORDER BY drop_rank`,
  );
  return rows.map((row) => ({
    code: 'late-answers',
    file: rules.files[Number(row['drop_rank']) - 1] ?? '',
    value: String(row['responses']),
  }));
}

/** The months of some periods, which are whole months, as the store writes a number and the first day of each. */
function monthsOf(periods: readonly Period[]): string[] {
  return periods.flatMap(({ starts_on, ends_on }) => {
    const [year = 0, first = 0] = starts_on.split('-').map(Number);
    const last = Number(ends_on.slice(5, 7));
    return Array.from({ length: last - first + 1 }, (_, place) => {
      const month = year * 100 + first + place;
      return `(${month}, DATE '${String(month).replace(/(..)$/, '-$1')}-01')`;
    });
  });
}

/**
 * Makes the table `counted_month`: the responses of which drops and months count, in which period and block. Answers count
 * once their period is closed; what arrives after a period was published is left out, so that no two releases differ by a
 * few people. Month 0 is that of answers without a date.
 */
async function placeMonths(database: Database, rules: ResponseRules): Promise<void> {
  const { closed, earlier, files } = rules;
  const period = choose(
    closed.map((one) => [between(one), quoteText(one.period)]),
    'NULL',
  );
  const block = choose(
    [
      ...closed.map((one) => [between(one), quoteText(one.block)] as const),
      ['submitted_on IS NULL', undatedBlock(earlier, files)],
    ],
    'NULL',
  );
  const months = ['(0, CAST(NULL AS DATE))', ...monthsOf(closed)].join(', ');
  const ranks = files.map((_, position) => position + 1).join(', ');
  await database.run(`
    CREATE TABLE counted_month AS
    SELECT drop_rank, "month", COALESCE(${period}, '') AS period, ${block} AS block
    FROM (SELECT UNNEST(CAST([${ranks}] AS BIGINT[])) AS drop_rank) AS ranks
    CROSS JOIN (VALUES ${months}) AS months ("month", submitted_on)
    WHERE ${block} IS NOT NULL AND NOT ${lateExpression(rules)}`);
}

/** Makes the view `response`: the responses that stand up to the cut-off, one row each; and says which of them count. */
export async function openResponses(database: Database, rules: ResponseRules): Promise<Problem[]> {
  await database.run(
    'CREATE VIEW latest_response AS SELECT contested_responses.* FROM contested_responses QUALIFY ROW_NUMBER() OVER (PARTITION BY response_id ORDER BY drop_rank DESC, source_row DESC) = 1',
  );
  const current =
    rules.shared.length === 0
      ? 'SELECT raw_responses.* FROM raw_responses'
      : 'SELECT raw_responses.* FROM raw_responses WHERE response_id NOT IN (SELECT response_id FROM contested_responses) UNION ALL SELECT * FROM latest_response';
  await database.run(
    `CREATE VIEW response AS SELECT held.* FROM (${current}) AS held CROSS JOIN clock WHERE submitted_on IS NULL OR submitted_on <= cutoff_on`,
  );
  // Where nothing is corrected, what is known of the days says how many came on each; else only the rows do.
  const days =
    rules.shared.length === 0
      ? 'SELECT drop_rank, "on" AS submitted_on, responses FROM response_day CROSS JOIN clock WHERE "on" IS NULL OR "on" <= cutoff_on'
      : 'SELECT drop_rank, submitted_on, 1 AS responses FROM response';
  await database.run(`CREATE VIEW standing_day AS ${days}`);
  await placeMonths(database, rules);
  return [...(await openPeriods(database, rules)), ...(await lateAnswers(database, rules))];
}

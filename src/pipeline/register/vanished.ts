import type { CheckedDrop } from '../../model/batch.ts';
import type { Problem } from '../../model/problem.ts';
import type { RecordKind } from '../../model/record.ts';
import type { Settings } from '../../model/settings.ts';
import type { Database } from './database.ts';
import { keyExpression } from './keys.ts';
import { extentOf, fullSeries } from './series.ts';

/** Rows of a drop that later full exports of its series lack. */
export interface VanishedRows {
  readonly dropRank: number;
  readonly rows: number;
  /** The first full export that lacks them. */
  readonly lackedBy: number;
}

/**
 * A query for the rows of a kind that stood in a full export and no longer stand in the latest of its series: the later one
 * holds. Null where there is no such series. Findings are not among them: what was published cannot just go.
 */
export function vanishedQuery(
  kind: RecordKind,
  from: string,
  drops: readonly CheckedDrop[],
  settings: Settings,
): string | null {
  const series = kind === 'findings' ? [] : fullSeries(kind, drops, settings);
  const parts = series.map(({ ranks }) => {
    const last = ranks.at(-1) ?? 0;
    return `SELECT earlier.*, ${last} AS lacked_by FROM ${from} AS earlier WHERE earlier.carried_by IS NULL AND earlier.drop_rank IN (${ranks.slice(0, -1).join(', ')}) AND ${keyExpression(kind, 'earlier')} NOT IN (SELECT ${keyExpression(kind, 'latest')} FROM ${from} AS latest WHERE latest.drop_rank = ${last})`;
  });
  return parts.length === 0 ? null : parts.join(' UNION ALL ');
}

/** What there is to say of rows that vanished: how many, from which drops, on which word. */
export function vanishedProblems(rows: readonly VanishedRows[], files: readonly string[]): Problem[] {
  return [...Map.groupBy(rows, ({ lackedBy }) => lackedBy)].map(([lackedBy, own]) => ({
    code: 'vanished-record',
    file: files[lackedBy - 1] ?? '',
    value: String(own.reduce((sum, one) => sum + one.rows, 0)),
    detail: own.map(({ dropRank }) => files[dropRank - 1] ?? '').join(', '),
  }));
}

/** The endings that say where a finding went that an export no longer has. */
const explanations = "('withdrawn', 'duplicate', 'transferred')";

/** Findings that the latest full export of a series lacks though an earlier one had them, and no event says why. */
async function vanishedFindings(
  database: Database,
  drops: readonly CheckedDrop[],
  settings: Settings,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const { ranks } of fullSeries('findings', drops, settings)) {
    const rows = await database.query(`
      SELECT finding_id, MAX(drop_rank) AS last_rank FROM raw_findings
      WHERE drop_rank IN (${ranks.join(', ')})
        AND finding_id NOT IN (SELECT finding_id FROM held_event WHERE event IN ${explanations})
      GROUP BY finding_id HAVING MAX(drop_rank) < ${ranks.at(-1) ?? 0} ORDER BY 1`);
    for (const row of rows) {
      const last = Number(row['last_rank']);
      const lacking = ranks.find((rank) => rank > last) ?? 0;
      problems.push({
        code: 'vanished-finding',
        file: drops[lacking - 1]?.file ?? '',
        value: String(row['finding_id']),
        detail: drops[last - 1]?.file ?? '',
      });
    }
  }
  return problems;
}

/** From this many findings on, and with this share of them, a drop is taken for a full export that is not said to be one. */
const fewestToTell = 20;
const shareToTell = 0.9;
const mostNamed = 5;

/** How many findings of earlier drops of its series each drop has, and how many there are: drops that have none left out. */
async function overlaps(database: Database, seriesOf: ReadonlyMap<number, number>) {
  if (seriesOf.size < 2) return [];
  const series = [...seriesOf].map(([rank, place]) => `WHEN ${rank} THEN ${place}`).join(' ');
  const rows = await database.query(`
    WITH own AS (
      SELECT DISTINCT finding_id, drop_rank, CASE drop_rank ${series} END AS series FROM raw_findings
      WHERE drop_rank IN (${[...seriesOf.keys()].join(', ')})
    ), first AS (
      SELECT series, finding_id, MIN(drop_rank) AS first_rank FROM own GROUP BY series, finding_id
    ), again AS (
      SELECT own.drop_rank, own.series, COUNT(*) AS there FROM own
      INNER JOIN first ON first.series = own.series AND first.finding_id = own.finding_id
      WHERE first.first_rank < own.drop_rank GROUP BY own.drop_rank, own.series
    )
    SELECT again.drop_rank, again.there, COUNT(*) AS earlier FROM again
    INNER JOIN first ON first.series = again.series AND first.first_rank < again.drop_rank
    GROUP BY again.drop_rank, again.there ORDER BY 1`);
  return rows.map((row) => ({
    rank: Number(row['drop_rank']),
    there: Number(row['there']),
    earlier: Number(row['earlier']),
  }));
}

/** Drops that hold nearly all findings of the drops before them, without a word whether they are full or a part. */
async function looksComplete(
  database: Database,
  drops: readonly CheckedDrop[],
  settings: Settings,
): Promise<Problem[]> {
  const ofFindings = drops.flatMap((drop, position) =>
    drop.kinds[0] === 'findings' ? [{ drop, rank: position + 1, ...extentOf(drop, settings) }] : [],
  );
  const names = [...new Set(ofFindings.map(({ series }) => series))];
  const seriesOf = new Map(ofFindings.map(({ rank, series }) => [rank, names.indexOf(series)]));
  const problems: Problem[] = [];
  for (const { rank, there, earlier } of await overlaps(database, seriesOf)) {
    const one = ofFindings.find((own) => own.rank === rank);
    const isNearlyAll = earlier >= fewestToTell && there < earlier && there >= shareToTell * earlier;
    if (one === undefined || one.extent !== 'unsaid' || !isNearlyAll) continue;
    const before = ofFindings.filter((own) => own.rank < rank && own.series === one.series);
    const rows = await database.query(`
      SELECT DISTINCT finding_id FROM raw_findings
      WHERE drop_rank IN (${before.map((own) => own.rank).join(', ')})
        AND finding_id NOT IN (SELECT finding_id FROM raw_findings WHERE drop_rank = ${rank}) ORDER BY 1`);
    const named = rows.slice(0, mostNamed).map((row) => String(row['finding_id']));
    const detail = named.join(', ') + (rows.length > mostNamed ? ` … (${rows.length})` : '');
    problems.push({ code: 'looks-complete', file: one.drop.file, value: String(there), detail });
  }
  return problems;
}

/** What full exports lack, and exports that look full and are not said to be. */
export async function exportProblems(
  database: Database,
  drops: readonly CheckedDrop[],
  settings: Settings,
): Promise<Problem[]> {
  return [
    ...(await vanishedFindings(database, drops, settings)),
    ...(await looksComplete(database, drops, settings)),
  ];
}

/** How many rows of each drop a table of vanished rows holds, by the export that lacks them. */
export async function countVanished(database: Database, table: string): Promise<VanishedRows[]> {
  const rows = await database.query(
    `SELECT drop_rank, lacked_by, COUNT(*) AS vanished FROM ${table} GROUP BY drop_rank, lacked_by ORDER BY 1, 2`,
  );
  return rows.map((row) => ({
    dropRank: Number(row['drop_rank']),
    lackedBy: Number(row['lacked_by']),
    rows: Number(row['vanished']),
  }));
}

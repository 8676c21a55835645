import { join } from 'node:path';
import type { Settings } from '../../model/settings.ts';
import { quoteText } from '../../model/sql-text.ts';
import type { Database } from './database.ts';
import type { KeptDrop } from './keep.ts';
import { countsKey, findCounts, keepCounts } from './kept-counts.ts';
import { givenQuery } from './raw.ts';
import type { VanishedRows } from './vanished.ts';
import { isWorthKeeping } from './whole-drops.ts';

/*
 * What the register must know of responses before it counts them: how many came on which day, and whether two can have one id.
 * Of a large drop that is found out once and kept beside its records, so that a later run does not go through a million rows for it.
 */

const name = 'days';

/** The days of some responses: how many there were, the first row, the least and the greatest id; `repeats` is the same for a whole drop. */
const columns = `submitted_on AS "on", COUNT(*) AS responses, MIN(source_row) AS first_row, MIN(response_id) AS low_id, MAX(response_id) AS high_id`;

const repeats = 'COUNT(*) - COUNT(DISTINCT response_id) AS repeats';

/** The days of the responses that a query gives, by drop. */
function daysOf(from: string): string {
  return `SELECT days.*, own.repeats FROM (SELECT drop_rank, ${columns} FROM (${from}) AS given GROUP BY drop_rank, submitted_on) AS days INNER JOIN (SELECT drop_rank, ${repeats} FROM (${from}) AS given GROUP BY drop_rank) AS own ON own.drop_rank = days.drop_rank`;
}

/** The days of a whole drop, which does not know its own rank, as they were kept or are kept now. */
async function keptDays(database: Database, one: KeptDrop, settings: Settings): Promise<string> {
  const statement = `SELECT * EXCLUDE (drop_rank) FROM (${daysOf(givenQuery('responses', [one], settings))}) AS days`;
  const key = countsKey(name, [daysOf('')]);
  const found = await findCounts(one.folder, key);
  if (found !== null) return found;
  const made = join(one.folder, `${name}.making-${process.pid}.parquet`);
  await database.withAllCores(() =>
    database.run(`COPY (${statement}) TO ${quoteText(made)} (FORMAT parquet, COMPRESSION zstd)`),
  );
  return await keepCounts(one.folder, name, key, made);
}

/** Makes the table `response_day`: the days of the responses that no full export lacks, by drop. */
export async function openDays(
  database: Database,
  kept: readonly KeptDrop[],
  vanished: readonly VanishedRows[],
  settings: Settings,
): Promise<void> {
  const changed = new Set(vanished.map(({ dropRank }) => dropRank));
  const parts: string[] = [];
  const whole: number[] = [];
  for (const [place, one] of kept.entries()) {
    const rank = place + 1;
    if (!isWorthKeeping(one) || changed.has(rank)) continue;
    whole.push(rank);
    const path = await keptDays(database, one, settings);
    parts.push(`SELECT ${rank} AS drop_rank, * FROM read_parquet(${quoteText(path)})`);
  }
  if (kept.some(({ parquet }, place) => parquet.responses !== undefined && !whole.includes(place + 1)))
    parts.push(daysOf(`SELECT * FROM raw_responses WHERE drop_rank NOT IN (${[0, ...whole].join(', ')})`));
  const none = daysOf('SELECT * FROM raw_responses WHERE FALSE');
  await database.run(`CREATE TABLE response_day AS ${[none, ...parts].join(' UNION ALL ')}`);
}

/**
 * The ranks of the drops in which a response can share its id with another: with one of its own drop, or with one of a drop
 * whose ids begin before these end. Exports that follow each other have none.
 */
export async function ranksSharingIds(database: Database): Promise<number[]> {
  const rows = await database.query(`
    SELECT drop_rank FROM (
      SELECT drop_rank, repeats, low, high,
        MAX(high) OVER (ORDER BY low, drop_rank ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before,
        LEAD(low) OVER (ORDER BY low, drop_rank) AS next
      FROM (
        SELECT drop_rank, MAX(repeats) AS repeats, MIN(low_id) AS low, MAX(high_id) AS high
        FROM response_day GROUP BY drop_rank
      ) AS spans
    ) AS placed
    WHERE repeats > 0 OR low <= before OR high >= next
    ORDER BY drop_rank`);
  return rows.map((row) => Number(row['drop_rank']));
}

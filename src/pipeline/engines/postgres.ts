import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { EngineSettings } from '../../model/engine.ts';
import type { ValueRow } from '../../model/query.ts';
import { dialects, nameOf } from './dialect.ts';
import type { Engine, Lend, Lent } from './engine.ts';
import { missing } from './lend.ts';
import { postgresFailure } from './postgres-failure.ts';

const { types } = dialects.postgres;

/** How long a server may take to answer the knock, in milliseconds. */
const longestKnock = 30_000;

/** Counts come as texts where they could be too large for a number; ours are whole and far smaller. */
const whole = new Set<number>([pg.types.builtins.INT8, pg.types.builtins.NUMERIC]);
const parsers: pg.CustomTypesConfig = {
  getTypeParser: (type, format) => (whole.has(type) ? Number : pg.types.getTypeParser(type, format)),
};

/** Copies a lent table into a table of the transaction, by way of a file beside it. */
async function lendTable(client: pg.Client, table: Lent, lend: Lend, path: string): Promise<void> {
  const columns = Object.entries(table.columns).map(([name, type]) => `${nameOf(name)} ${types[type]}`);
  await client.query(`CREATE TEMPORARY TABLE ${table.name} (${columns.join(', ')}) ON COMMIT DROP`);
  await lend(table, path, 'csv');
  await pipeline(
    createReadStream(path),
    client.query(copyFrom(`COPY ${table.name} FROM STDIN (FORMAT csv, NULL '${missing}')`)),
  );
  await rm(path);
}

/**
 * A PostgreSQL, or a cluster that speaks its protocol. All happens in one transaction that is taken back at the end, so
 * nothing is left behind. What the settings do not say comes from the environment: PGHOST, PGPORT, PGDATABASE, PGUSER,
 * PGPASSWORD, PGSSLMODE, or `~/.pgpass`.
 */
export function postgres(settings: EngineSettings, cache: string): Engine {
  return async (script, lend) => {
    const { host, port, database, user } = settings;
    const client = new pg.Client({
      ...(host === undefined ? {} : { host }),
      ...(port === undefined ? {} : { port }),
      ...(database === undefined ? {} : { database }),
      ...(user === undefined ? {} : { user }),
      connectionTimeoutMillis: longestKnock,
      application_name: 'zhaocha',
      types: parsers,
    });
    // A connection that breaks while nothing is asked is told by the next question.
    client.on('error', () => {});
    const own = await mkdtemp(join(cache, 'lent.making-'));
    try {
      await client.connect();
      await client.query("BEGIN; SET LOCAL datestyle = 'ISO'");
      for (const table of script.lent) await lendTable(client, table, lend, join(own, `${table.name}.csv`));
      for (const { name } of script.lent) await client.query(`ANALYZE ${name}`);
      for (const statement of script.prepare) await client.query(statement);
      const answers = new Map<string, readonly ValueRow[]>();
      for (const { name, statement } of script.asked)
        answers.set(name, (await client.query<ValueRow>(statement)).rows);
      await client.query('ROLLBACK');
      return answers;
    } catch (error) {
      throw postgresFailure(error, settings);
    } finally {
      await client.end().catch(() => {});
      await rm(own, { recursive: true, force: true });
    }
  };
}

import { questionColumn, type CheckedDrop } from '../../model/batch.ts';
import { recordFields, type Field, type RecordKind } from '../../model/record.ts';
import type { Settings } from '../../model/settings.ts';
import { quoteName, quoteText } from '../../model/sql-text.ts';
import type { Database } from './database.ts';
import type { KeptDrop } from './keep.ts';
import { keyExpression } from './keys.ts';
import { filledQuery, type StoredColumn } from './stated.ts';
import { countVanished, vanishedQuery, type VanishedRows } from './vanished.ts';

/** The columns that a record kind has in the store, with the SQL type each is read as. */
function storedColumns(kind: RecordKind, settings: Settings): StoredColumn[] {
  const { languages } = settings.programme;
  const fields: readonly Field[] = recordFields[kind];
  const own = fields.flatMap(({ name, type, perLanguage }) => {
    const sql = type === 'date' ? 'DATE' : type === 'count' ? 'BIGINT' : 'VARCHAR';
    return perLanguage
      ? languages.map((language) => ({ name: `${name}_${language}`, type: sql }))
      : [{ name, type: sql }];
  });
  const questions = kind === 'responses' ? askedQuestions(settings).map(({ id }) => questionColumn(id)) : [];
  return [...own, ...questions.map((name) => ({ name, type: 'VARCHAR' }))];
}

/** The questions whose answers are kept at all. */
export function askedQuestions(settings: Settings) {
  return settings.questions.filter(({ kind }) => kind !== 'text');
}

/** The table of all records of a kind as they came. */
export function rawTable(kind: RecordKind): string {
  return `raw_${kind}`;
}

/** What stands beside the columns of a record: where it came from. */
const origin = ['drop_rank', 'source_row', 'carried_by'];

/** Files whose records have the same columns, each with the rank of its drop. */
interface Alike {
  readonly there: ReadonlySet<string>;
  readonly carried: string;
  readonly files: { readonly path: string; readonly rank: number }[];
}

/** The files of a kind, together where they can be read together: a query of ten thousand parts is more than the store can hold. */
function alikeFiles(kind: RecordKind, kept: readonly KeptDrop[]): Alike[] {
  const groups = new Map<string, Alike>();
  for (const [place, { drop, parquet }] of kept.entries()) {
    const columns = drop.columns[kind] ?? [];
    const carried =
      kind === 'events' && drop.kinds.includes('findings') ? `'findings'` : 'CAST(NULL AS VARCHAR)';
    const key = JSON.stringify([carried, columns]);
    const group = groups.get(key) ?? { there: new Set(columns), carried, files: [] };
    group.files.push(...(parquet[kind] ?? []).map((path) => ({ path, rank: place + 1 })));
    if (group.files.length > 0) groups.set(key, group);
  }
  return [...groups.values()];
}

/** The rank of the drop that a row comes from, for rows that are read from several files. */
function rankExpression({ files }: Alike): string {
  const ranks = files.map(({ rank }) => rank);
  const [first] = ranks;
  return ranks.every((rank) => rank === first)
    ? String(first)
    : `[${ranks.join(', ')}][CAST(file_index AS BIGINT) + 1]`;
}

/** A query for all records of a kind as they came, over the Parquet files of some drops, which are ranked as they stand. */
export function givenQuery(kind: RecordKind, kept: readonly KeptDrop[], settings: Settings): string {
  const columns = storedColumns(kind, settings);
  const parts = alikeFiles(kind, kept).map((alike) => {
    const cells = columns.map(({ name, type }) =>
      alike.there.has(name)
        ? `CAST(${quoteName(name)} AS ${type}) AS ${quoteName(name)}`
        : `CAST(NULL AS ${type}) AS ${quoteName(name)}`,
    );
    const paths = alike.files.map(({ path }) => quoteText(path));
    return `SELECT ${rankExpression(alike)} AS drop_rank, CAST(source_row AS BIGINT) AS source_row, ${alike.carried} AS carried_by, ${cells.join(', ')} FROM read_parquet([${paths.join(', ')}])`;
  });
  const empty = `SELECT CAST(NULL AS BIGINT) AS drop_rank, CAST(NULL AS BIGINT) AS source_row, CAST(NULL AS VARCHAR) AS carried_by, ${columns
    .map(({ name, type }) => `CAST(NULL AS ${type}) AS ${quoteName(name)}`)
    .join(', ')} WHERE FALSE`;
  return parts.length > 0 ? parts.join(' UNION ALL ') : empty;
}

/**
 * Events may share a key: two replies on one day are two replies. The n-th of them in a drop is the same as the n-th in
 * another; a row that repeats another in its drop has its number.
 */
function numberedQuery(from: string, settings: Settings): string {
  const content = contentExpression('events', settings);
  const place = 'drop_rank, carried_by, record_key';
  const shares = `several.drop_rank = given.drop_rank AND several.record_key = ${keyExpression('events', 'given')}`;
  // Few share their key, and only they need the work.
  return `WITH several AS (
      SELECT drop_rank, ${keyExpression('events')} AS record_key FROM ${from} GROUP BY 1, 2 HAVING COUNT(*) > 1
    ), alone AS (
      SELECT given.*, 1 AS nth FROM (SELECT * FROM ${from}) AS given LEFT JOIN several ON ${shares}
      WHERE several.record_key IS NULL
    ), said AS (
      SELECT given.*, several.record_key, ${content} AS content FROM (SELECT * FROM ${from}) AS given INNER JOIN several ON ${shares}
    ), placed AS (
      SELECT said.*, MIN(source_row) OVER (PARTITION BY ${place}, content) AS first_row FROM said
    )
    SELECT * FROM alone
    UNION ALL
    SELECT * EXCLUDE (record_key, content, first_row), DENSE_RANK() OVER (PARTITION BY ${place} ORDER BY first_row, content) AS nth FROM placed`;
}

/**
 * Makes a table of all records of a kind, over the Parquet files of all drops; for responses, which are many, a view. Each
 * row knows its drop's rank: drops are ranked by name, and a higher rank is later. Events that a findings row carries know
 * that they fall with it. What the latest full export of a series lacks is not among them, but counted.
 */
export async function openRaw(
  database: Database,
  kind: RecordKind,
  kept: readonly KeptDrop[],
  settings: Settings,
): Promise<VanishedRows[]> {
  const drops = kept.map(({ drop }) => drop);
  const columns = storedColumns(kind, settings);
  // What is gone through more than once is read into a table; of responses there are too many.
  const form = kind === 'events' ? 'TABLE' : 'VIEW';
  const given = `given_${kind}`;
  await database.run(`CREATE ${form} ${given} AS ${givenQuery(kind, kept, settings)}`);
  const vanished = vanishedQuery(kind, given, drops, settings);
  const standing =
    vanished === null
      ? given
      : `(SELECT * FROM ${given} AS candidate WHERE NOT EXISTS (SELECT 1 FROM vanished_${kind} AS gone WHERE gone.drop_rank = candidate.drop_rank AND gone.source_row = candidate.source_row)) AS standing`;
  if (vanished !== null) await database.run(`CREATE TABLE vanished_${kind} AS ${vanished}`);
  if (kind === 'responses') await database.run(`CREATE VIEW raw_responses AS SELECT * FROM ${standing}`);
  else {
    const numbered = kind === 'events' ? `(${numberedQuery(standing, settings)}) AS numbered` : standing;
    const others = kind === 'events' ? [...origin, 'nth'] : origin;
    const filled = filledQuery(kind, numbered, columns, others, drops);
    const plain = `SELECT ${[...others, ...columns.map(({ name }) => quoteName(name))].join(', ')} FROM ${numbered}`;
    await database.run(`CREATE TABLE ${rawTable(kind)} AS ${filled ?? plain}`);
    await database.run(`DROP ${form} ${given}`);
  }
  return vanished === null ? [] : countVanished(database, `vanished_${kind}`);
}

/**
 * Makes a table of the responses that share an id with another, in which a question that a later export lacks keeps its
 * earlier answer. They are looked for in the drops of some ranks: no other can have any.
 */
export async function openContestedResponses(
  database: Database,
  drops: readonly CheckedDrop[],
  settings: Settings,
  ranks: readonly number[],
): Promise<void> {
  const columns = storedColumns('responses', settings);
  const among = ranks.length === 0 ? 'FALSE' : `drop_rank IN (${ranks.join(', ')})`;
  const contested = `(SELECT * FROM raw_responses WHERE ${among} AND response_id IN (SELECT response_id FROM raw_responses WHERE ${among} GROUP BY response_id HAVING COUNT(*) > 1)) AS contested`;
  const plain = `SELECT * FROM ${contested}`;
  const filled = filledQuery('responses', contested, columns, origin, drops);
  await database.run(`CREATE TABLE contested_responses AS ${filled ?? plain}`);
}

/** The content of a record as one text, for telling whether two are the same. */
export function contentExpression(kind: RecordKind, settings: Settings): string {
  const cells = storedColumns(kind, settings).map(
    ({ name }) => `COALESCE(CAST(${quoteName(name)} AS VARCHAR), '')`,
  );
  return `CONCAT_WS(CHR(31), ${cells.join(', ')})`;
}

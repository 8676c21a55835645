import { questionColumn } from '../../model/batch.ts';
import { recordFields, type Field, type RecordKind } from '../../model/record.ts';
import type { Settings } from '../../model/settings.ts';
import { quoteName, quoteText, type Database } from './database.ts';
import type { KeptDrop } from './keep.ts';

/** The columns that a record kind has in the store, with the SQL type each is read as. */
function storedColumns(kind: RecordKind, settings: Settings): { name: string; type: string }[] {
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

/**
 * Makes a view of all records of a kind, over the Parquet files of all drops. Each row knows its drop's rank: drops are
 * ranked by name, and a higher rank is later. Events that a findings row carries know that they fall with it.
 */
export async function openRaw(
  database: Database,
  kind: RecordKind,
  kept: readonly KeptDrop[],
  settings: Settings,
): Promise<void> {
  const columns = storedColumns(kind, settings);
  const parts = kept.flatMap(({ drop, parquet }, rank) => {
    const paths = parquet[kind] ?? [];
    if (paths.length === 0) return [];
    const there = new Set(drop.columns[kind] ?? []);
    const cells = columns.map(({ name, type }) =>
      there.has(name)
        ? `CAST(${quoteName(name)} AS ${type}) AS ${quoteName(name)}`
        : `CAST(NULL AS ${type}) AS ${quoteName(name)}`,
    );
    const carried =
      kind === 'events' && drop.kinds.includes('findings') ? `'findings'` : 'CAST(NULL AS VARCHAR)';
    return [
      `SELECT ${rank + 1} AS drop_rank, CAST(source_row AS BIGINT) AS source_row, ${carried} AS carried_by, ${cells.join(', ')} FROM read_parquet([${paths.map(quoteText).join(', ')}])`,
    ];
  });
  const empty = `SELECT CAST(NULL AS BIGINT) AS drop_rank, CAST(NULL AS BIGINT) AS source_row, CAST(NULL AS VARCHAR) AS carried_by, ${columns
    .map(({ name, type }) => `CAST(NULL AS ${type}) AS ${quoteName(name)}`)
    .join(', ')} WHERE FALSE`;
  const view = parts.length > 0 ? parts.join(' UNION ALL ') : empty;
  const form = kind === 'responses' ? 'VIEW' : 'TABLE';
  await database.run(`CREATE ${form} ${rawTable(kind)} AS ${view}`);
}

/** The content of a record as one text, for telling whether two are the same. */
export function contentExpression(kind: RecordKind, settings: Settings): string {
  const cells = storedColumns(kind, settings).map(
    ({ name }) => `COALESCE(CAST(${quoteName(name)} AS VARCHAR), '')`,
  );
  return `CONCAT_WS(CHR(31), ${cells.join(', ')})`;
}

import { formulaPattern } from '../../model/formula.ts';
import { quoteText } from '../../model/sql-text.ts';
import { fileColumns, type FileColumn, type Table } from '../../model/table.ts';

/** What makes Papa Parse put a cell in quotes. Asked one by one: patterns are slower, and threads wait for each other at them. */
const oddAnywhere = [`','`, `'"'`, 'CHR(10)', 'CHR(13)', `'\ufeff'`];

const isOdd = (text: string) =>
  [
    ...oddAnywhere.map((sign) => `CONTAINS(${text}, ${sign})`),
    `STARTS_WITH(${text}, ' ')`,
    `ENDS_WITH(${text}, ' ')`,
  ].join(' OR ');

const quoted = (text: string) =>
  `CASE WHEN ${isOdd(text)} THEN '"' || REPLACE(${text}, '"', '""') || '"' ELSE ${text} END`;

/** Digits, letters and Chinese characters, each up to but not including: with these most texts begin, and no formula does. */
const plainBeginnings = [
  ['0', ':'],
  ['A', '{'],
  ['一', '\ua000'],
] as const;

const beginsPlainly = (text: string) =>
  plainBeginnings
    .map(([from, to]) => `(${text} >= ${quoteText(from)} AND ${text} < ${quoteText(to)})`)
    .join(' OR ');

/**
 * The few texts that a spreadsheet would take for a formula, made safe. Short rather than quick: the store plans for every cell what
 * it needs for the worst of them, and of a small programme that took longer than its rows.
 */
const defused = (text: string) => {
  const safe = `('''' || ${text})`;
  return `CASE WHEN REGEXP_MATCHES(${safe}, '[,"\n\r\ufeff]| $') THEN '"''' || REPLACE(${text}, '"', '""') || '"' ELSE ${safe} END`;
};

/** A text, safe for spreadsheets, and in quotes where it must be. */
const textCell = (value: string) =>
  `CASE WHEN ${beginsPlainly(value)} OR NOT REGEXP_MATCHES(${value}, ${quoteText(formulaPattern)}) THEN ${quoted(value)} ELSE ${defused(value)} END`;

/** Ends the statement, and with it the build, where a value is not what its column holds. */
function refuse(table: Table, { name }: FileColumn, value: string, why: string): string {
  const [before, after] = [`${table.name}.csv cannot hold "`, `" in ${name}: ${why}`].map(quoteText);
  return `CAST(ERROR(CONCAT(${before}, ${value}, ${after})) AS VARCHAR)`;
}

/** A value as text, if it is what the column holds; null stays null. */
function checked(table: Table, column: FileColumn, value: string): string {
  const refused = (why: string) => refuse(table, column, value, why);
  switch (column.type) {
    case 'integer':
      return `CAST(CAST(${value} AS BIGINT) AS VARCHAR)`;
    case 'boolean':
      return `CAST(CAST(${value} AS BOOLEAN) AS VARCHAR)`;
    case 'date':
      return `CASE WHEN LENGTH(CAST(${value} AS VARCHAR)) <> 10 THEN ${refused('it is not a date')} ELSE CAST(CAST(${value} AS DATE) AS VARCHAR) END`;
    case 'time':
      return `CASE WHEN NOT ${value} GLOB '[0-9][0-9]:[0-9][0-9]:[0-9][0-9]' AND ${value} <> '' THEN ${refused('it is not a time')} ELSE ${value} END`;
    case 'number':
      throw new Error(`${table.name}.csv has numbers in ${column.name}: the store writes them otherwise`);
    default:
      return textCell(value);
  }
}

/** The cell of a column as SQL. */
function cell(table: Table, column: FileColumn, value: string): string {
  const codes = column.codes?.map(({ code }) => quoteText(code)).join(', ');
  const text =
    codes === undefined
      ? checked(table, column, value)
      : `CASE WHEN ${value} NOT IN ('', ${codes}) THEN ${refuse(table, column, value, 'it is not one of the codes of the column')} ELSE ${value} END`;
  const blank = column.required
    ? `COALESCE(NULLIF(${text}, ''), ${refuse(table, column, `COALESCE(${value}, '')`, 'the column is never blank')})`
    : `COALESCE(${text}, '')`;
  return blank;
}

/**
 * The line of a row in a public table, as SQL of the store: the same cells that `cellWriter` writes, and the same door. Rows of
 * which there are a hundred thousand need not pass through objects for that. `values` has what each column holds, as SQL.
 *
 * @example
 * const table = { name: 't', row: { zh: '', en: '' }, key: [], columns: [{ name: 'late', type: 'boolean', meaning: { zh: '', en: '' } }] };
 * lineSql(table, ['zh'], { late: 'f.late' }); // => "CONCAT_WS(',', COALESCE(CAST(CAST(f.late AS BOOLEAN) AS VARCHAR), ''))"
 */
export function lineSql(
  table: Table,
  languages: readonly string[],
  values: Readonly<Record<string, string>>,
): string {
  const columns = fileColumns(table, languages);
  const unknown = Object.keys(values).find((name) => !columns.some((column) => column.name === name));
  if (unknown !== undefined)
    throw new Error(`${table.name}.csv has no column ${unknown}: declare it in published.ts`);
  const cells = columns.map((column) => cell(table, column, values[column.name] ?? 'CAST(NULL AS VARCHAR)'));
  return `CONCAT_WS(',', ${cells.join(', ')})`;
}

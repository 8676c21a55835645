import type { Code } from './record.ts';
import type { Words } from './words.ts';

/** What a cell of a public table holds. A blank cell is missing; why, says the table's `status` column. */
export type ColumnType = 'id' | 'text' | 'code' | 'date' | 'time' | 'integer' | 'number' | 'boolean';

/** One column of a public table. */
export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly meaning: Words;
  /** Never blank. */
  readonly required?: true;
  /** Written once for each language of the programme, as `title_zh`, `title_en`. */
  readonly perLanguage?: true;
  /** What the codes of a `code` column mean. */
  readonly codes?: readonly Code[];
  /** The table whose key this column names. */
  readonly references?: string;
}

/** One public table: what a row is, which columns it has, which of them tell rows apart. */
export interface Table {
  readonly name: string;
  /** What one row is. */
  readonly row: Words;
  readonly key: readonly string[];
  readonly columns: readonly Column[];
}

/** A column as it stands in the file, with its language if it has one. */
export interface FileColumn extends Column {
  readonly language?: string;
}

/**
 * The columns of a table as they stand in its file, in order.
 *
 * @example
 * const column = { name: 'title', type: 'text', perLanguage: true, meaning: { zh: '标题', en: 'title' } };
 * fileColumns({ name: 't', row: { zh: '', en: '' }, key: [], columns: [column] }, ['zh', 'en']).map((one) => one.name); // => ['title_zh', 'title_en']
 */
export function fileColumns(table: Table, languages: readonly string[]): FileColumn[] {
  return table.columns.flatMap((column): FileColumn[] =>
    column.perLanguage
      ? languages.map((language) => ({ ...column, language, name: `${column.name}_${language}` }))
      : [column],
  );
}

interface CellOf {
  id: string;
  text: string;
  code: string;
  date: string;
  time: string;
  integer: number | null;
  number: number | null;
  boolean: boolean | null;
}

type ColumnOf<T extends Table> = T['columns'][number];
type PlainColumn<T extends Table> = Exclude<ColumnOf<T>, { perLanguage: true }>;
type TextColumn<T extends Table> = Extract<ColumnOf<T>, { perLanguage: true }>;

/** A row of a declared table as a program reads it: text is '' and numbers are null where the cell is blank. */
export type RowOf<T extends Table> = {
  readonly [C in PlainColumn<T> as C['name']]: CellOf[C['type']];
} & {
  readonly [C in TextColumn<T> as `${C['name']}_${string}`]: string;
};

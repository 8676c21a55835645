import Papa from 'papaparse';
import type { DeclaredColumn } from '../codebook.ts';

/** Which rows are wanted of a form: those that are withheld, or all. */
export type Wanted = 'withheld' | 'all';

/** What a form says: how many rows it has, and those that are wanted, each as one text. */
export interface FormRows {
  readonly count: number;
  readonly rows: readonly string[];
}

/** A cell of any form as the CSV has it: numbers are compared as numbers, and nothing is nothing. */
function plain({ type }: DeclaredColumn, cell: unknown): string {
  if (cell === null || cell === undefined || cell === '') return '';
  return type === 'integer' || type === 'number' ? String(Number(cell)) : String(cell);
}

/** One text for a row, whatever form it comes from. */
export function rowText(columns: readonly DeclaredColumn[], cells: readonly unknown[]): string {
  return columns.map((column, place) => plain(column, cells[place])).join('\u001f');
}

/** The status of a row that is withheld. */
export const mark = 'withheld';

/** The same bytes, without a copy: a large file is gone through as it lies there, and only what is wanted is read as the text it is. */
const asBuffer = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/**
 * Cuts a file where its rows begin: counts them, and gives those that may be wanted, as they have the mark. What stands before
 * the first is none.
 */
function cut(
  bytes: Uint8Array,
  beginning: string,
  wanted: Wanted,
  marked = mark,
): { count: number; pieces: string[] } {
  const file = asBuffer(bytes);
  const [begins, marks] = [Buffer.from(beginning), Buffer.from(marked)];
  const pieces: string[] = [];
  let count = 0;
  let next = file.indexOf(marks);
  for (let start = file.indexOf(begins); start >= 0; count += 1) {
    const end = file.indexOf(begins, start + begins.length);
    const until = end < 0 ? file.length : end;
    if (next >= 0 && next < start) next = file.indexOf(marks, start);
    if (wanted === 'all' || (next >= 0 && next < until)) pieces.push(file.toString('utf8', start, until));
    start = end;
  }
  return { count, pieces };
}

/** The wanted ones of some rows, each as one text. */
export function finish(
  columns: readonly DeclaredColumn[],
  rows: readonly (readonly unknown[])[],
  wanted: Wanted,
): string[] {
  const status = columns.findIndex(({ name }) => name === 'status');
  return rows
    .filter((cells) => wanted === 'all' || cells[status] === mark)
    .map((cells) => rowText(columns, cells));
}

const parsed = (text: string) =>
  Papa.parse<string[]>(text, { delimiter: ',', newline: '\r\n', skipEmptyLines: true }).data;

/** The rows of a CSV file. Where something is quoted, a cell may hold a line break, and all is taken apart. */
export function csvRows(bytes: Uint8Array, columns: readonly DeclaredColumn[], wanted: Wanted): FormRows {
  if (bytes.includes('"'.charCodeAt(0))) {
    const [, ...rows] = parsed(asBuffer(bytes).toString('utf8'));
    return { count: rows.length, rows: finish(columns, rows, wanted) };
  }
  const { count, pieces } = cut(bytes, '\r\n', wanted);
  // The last line ends with a line break too, behind which there is no row.
  return { count: count - 1, rows: finish(columns, parsed(pieces.join('')), wanted) };
}

/** The rows of a JSON file of ours: one a line. */
export function jsonRows(bytes: Uint8Array, columns: readonly DeclaredColumn[], wanted: Wanted): FormRows {
  const { count, pieces } = cut(bytes, '\n{', wanted);
  const rows = pieces.map((piece) => {
    const row = JSON.parse(piece.replace(/[,\n\]]+$/, '')) as Readonly<Record<string, unknown>>;
    return columns.map(({ name }) => row[name]);
  });
  return { count, rows: finish(columns, rows, wanted) };
}

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

const plainText = (xml: string) => xml.replaceAll(/&(?:amp|lt|gt);/g, (entity) => entities[entity] ?? entity);

/** The texts that the cells of a workbook of ours share, in their order; none where it has no such list. */
export function sharedTexts(xml: Uint8Array): readonly string[] {
  return [
    ...asBuffer(xml)
      .toString('utf8')
      .matchAll(/<si><t[^>]*>([^<]*)<\/t><\/si>/g),
  ].map(([, text = '']) => plainText(text));
}

const sharedCell = (place: number | string) => ` t="s"><v>${place}</v></c>`;

const millisecondsADay = 86_400_000;

/** A workbook counts days from this one. */
const dayZero = Date.UTC(1899, 11, 30);

/** A cell of a sheet as the other forms have it: a day is a number there. */
function asElsewhere(text: string, column: DeclaredColumn | undefined): string {
  if (column?.type !== 'date' || !/^\d+$/.test(text)) return text;
  return new Date(dayZero + Number(text) * millisecondsADay).toISOString().slice(0, 10);
}

/** What a cell of a sheet holds. */
function sheetCell(xml: string, shared: readonly string[]): string {
  const value = /<v>([^<]*)<\/v>|<t[^>]*>([^<]*)<\/t>/.exec(xml);
  const text = value?.[1] ?? value?.[2] ?? '';
  return xml.endsWith(sharedCell(text)) ? (shared[Number(text)] ?? '') : plainText(text);
}

/** The rows of a sheet of a workbook of ours, the one with the names left out. */
export function sheetRows(
  xml: Uint8Array,
  columns: readonly DeclaredColumn[],
  wanted: Wanted,
  shared: readonly string[],
): FormRows {
  const place = shared.indexOf(mark);
  const { count, pieces } = cut(xml, '<row>', wanted, place < 0 ? mark : sharedCell(place));
  const rows = pieces.map((piece) =>
    [...piece.matchAll(/<c\b[^>]*\/>|<c\b[^>]*>.*?<\/c>/gs)].map(([cell], place) =>
      asElsewhere(sheetCell(cell, shared), columns[place]),
    ),
  );
  const names = rowText(
    columns,
    columns.map(({ name }) => name),
  );
  return { count: count - 1, rows: finish(columns, rows, wanted).filter((row) => row !== names) };
}

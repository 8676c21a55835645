import { join } from 'node:path';
import type { TableName } from '../../model/published.ts';
import type { ColumnType } from '../../model/table.ts';
import type { Edition } from './edition.ts';
import { columnsOf, eachLine, tableNames } from './read-public.ts';
import { cellXml, textCell } from './sheet-xml.ts';
import { openWorkbook, type Workbook } from './workbook.ts';
import { coverPage, dictionaryPage, notesPage } from './workbook-pages.ts';

/** How wide a column of a kind is, in characters. */
const widths: Readonly<Record<ColumnType, number>> = {
  id: 16,
  text: 28,
  code: 14,
  date: 12,
  time: 10,
  integer: 10,
  number: 12,
  boolean: 10,
};

/** The file of the workbook. */
export const workbookName = 'tables.xlsx';

function addTable(book: Workbook, folder: string, name: TableName, languages: readonly string[]): void {
  const columns = columnsOf(name, languages);
  book.begin({
    name,
    widths: columns.map(({ type }) => widths[type]),
    top: columns.map((column) => textCell(column.name, 'head')),
  });
  eachLine(join(folder, `${name}.csv`), (cells) =>
    book.row(columns.map(({ type }, place) => cellXml(type, cells[place] ?? ''))),
  );
}

/** Writes one workbook of all tables: a cover, notes, the dictionary, then a sheet for each table. */
export function writeWorkbook(
  folder: string,
  path: string,
  edition: Edition,
  rows: ReadonlyMap<TableName, number>,
): void {
  const book = openWorkbook(path);
  book.begin({ name: '封面 Cover', widths: [26, 40, 40, 40], top: null });
  coverPage(edition, rows).forEach(book.row);
  book.begin({ name: '说明 Notes', widths: [26, 110], top: null });
  notesPage(edition).forEach(book.row);
  const [top = [], ...words] = dictionaryPage(edition);
  book.begin({
    name: '字典 Dictionary',
    widths: [18, 26, 10, 6, 10, 14, ...edition.languages.map(() => 50), 50],
    top,
  });
  words.forEach(book.row);
  for (const name of tableNames) addTable(book, folder, name, edition.languages);
  book.close();
}

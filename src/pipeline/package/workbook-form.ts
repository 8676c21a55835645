import type { TableName } from '../../model/published.ts';
import type { ColumnType } from '../../model/table.ts';
import type { Edition } from './edition.ts';
import { asBytes } from './as-bytes.ts';
import { columnsOf } from './read-public.ts';
import { cellXml, textCell } from './sheet-xml.ts';
import { openWorkbook } from './workbook.ts';
import { coverPage, dictionaryPage, notesPage, type Page } from './workbook-pages.ts';

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

/** A workbook of all tables. */
export interface TablesBook {
  /** Begins the sheet of a table. What it gives adds a row, from its cells as bytes. */
  readonly table: (name: TableName) => (cells: readonly string[]) => void;
  /** Writes what stands in front, a cover, notes and the dictionary, when it is known how many rows each table has. */
  readonly close: (rows: ReadonlyMap<TableName, number>) => void;
}

/** Opens one workbook of all tables: in front of them a cover, notes, the dictionary, then a sheet for each. */
export function openTablesBook(path: string, edition: Edition): TablesBook {
  const book = openWorkbook(path);
  const inFront = (
    name: string,
    sheetWidths: readonly number[],
    top: readonly string[] | null,
    page: Page,
  ) => {
    book.begin({ name, widths: sheetWidths, top: top?.map(asBytes) ?? null, stands: 'in front' });
    for (const row of page) book.row(row.map(asBytes));
  };
  return {
    table: (name) => {
      const columns = columnsOf(name, edition.languages);
      book.begin({
        name,
        widths: columns.map(({ type }) => widths[type]),
        top: columns.map((column) => textCell(column.name, 'head')),
      });
      return (cells) => {
        const last = cells.findLastIndex((cell) => cell !== '');
        book.row(
          columns.slice(0, last + 1).map(({ type }, place) => cellXml(type, cells[place] ?? '', book.text)),
        );
      };
    },
    close: (rows) => {
      inFront('封面 Cover', [26, 40, 40, 40], null, coverPage(edition, rows));
      inFront('说明 Notes', [26, 110], null, notesPage(edition));
      const [top = [], ...words] = dictionaryPage(edition);
      const each = edition.languages.map(() => 50);
      inFront('字典 Dictionary', [18, 26, 10, 6, 10, 14, ...each, 50], top, words);
      book.close();
    },
  };
}

import { headRows, type RowBatch, type Sheet } from '../../../model/sheet.ts';
import type { Problem } from '../../../model/problem.ts';
import { ReadFailure } from '../failure.ts';
import {
  columnLetters,
  type CellRow,
  type Merge,
  type Remark,
  type Workbook,
  type WorkbookSheet,
} from './cell-row.ts';
import { groupedHeader } from './grouped-header.ts';
import { fillHeader, mergesOverRows } from './merges.ts';

/** Cells handed over at a time. */
const batchCells = 100_000;

/** A count of cells, and where the first of them stands. */
interface Count {
  readonly cells: number;
  readonly first: string;
}

const addressOf = (row: number, column: number) => `${columnLetters(column)}${row}`;

/** What reading a sheet has come upon so far. */
interface Noticed {
  remarks: Partial<Record<Remark, Count>>;
  hidden: { rows: number; first: number };
}

function notice(noticed: Noticed, { row, hidden, remarks }: CellRow): void {
  if (hidden) {
    noticed.hidden.rows += 1;
    if (noticed.hidden.rows === 1) noticed.hidden.first = row;
  }
  for (const { column, remark } of remarks) {
    const before = noticed.remarks[remark];
    noticed.remarks[remark] = {
      cells: (before?.cells ?? 0) + 1,
      first: before?.first ?? addressOf(row, column),
    };
  }
}

const remarkCodes = {
  formula: 'formula-not-run',
  'formula without result': 'formula-without-result',
  error: 'error-in-cell',
} as const satisfies Record<Remark, Problem['code']>;

function problemsOf(file: string, { remarks, hidden }: Noticed, merges: readonly Merge[]): Problem[] {
  const counted = (Object.keys(remarkCodes) as Remark[]).flatMap((remark): Problem[] => {
    const count = remarks[remark];
    return count === undefined
      ? []
      : [{ code: remarkCodes[remark], file, value: String(count.cells), detail: count.first }];
  });
  const [merge] = merges;
  return [
    ...counted,
    ...(hidden.rows > 0
      ? [{ code: 'hidden-rows', file, value: String(hidden.rows), detail: String(hidden.first) } as const]
      : []),
    ...(merge === undefined
      ? []
      : [
          {
            code: 'merged-cells',
            file,
            value: String(merges.length),
            detail: addressOf(merge.rows[0], merge.columns[0]),
          } as const,
        ]),
  ];
}

/** The first rows of a sheet by their number, those without cells left out; and whether any row has one at all. */
async function firstCellRows(sheet: WorkbookSheet): Promise<{ rows: CellRow[]; isEmpty: boolean }> {
  const first: CellRow[] = [];
  let isEmpty = true;
  for await (const rows of sheet.rows())
    for (const row of rows) {
      isEmpty &&= row.cells.every((cell) => cell.trim() === '');
      if (row.row <= headRows) first.push(row);
      else if (!isEmpty) return { rows: first, isEmpty };
    }
  return { rows: first, isEmpty };
}

function padded(cells: readonly string[], width: number): string[] {
  const all = [...cells];
  while (all.length < width) all.push('');
  return all;
}

/** What the sheets of a workbook have in common. */
interface Shared {
  readonly file: string;
  readonly bytes: number;
  readonly kind: Workbook['kind'];
}

/** One sheet of a workbook as a table of text, or null if nothing stands in it. */
async function tableOf(
  sheet: WorkbookSheet,
  { file, bytes, kind }: Shared,
  noticedBefore: readonly Problem[],
): Promise<Omit<Sheet, 'sha256'> | null> {
  const { rows: top, isEmpty } = await firstCellRows(sheet);
  if (isEmpty) return null;
  const merges = await sheet.merges();
  const filled = fillHeader(top, [...merges, ...groupedHeader(top, merges)]);
  const width = Math.max(...[...filled.values()].map(({ length }) => length));
  const name = `${file} › ${sheet.name}`;
  const last = top.at(-1)?.row ?? 0;
  const head = Array.from({ length: Math.min(last, headRows) }, (_, position) =>
    padded(filled.get(position + 1) ?? [], width),
  );

  async function* rows(): AsyncGenerator<RowBatch> {
    const noticed: Noticed = { remarks: {}, hidden: { rows: 0, first: 0 } };
    let first = 1;
    let batch: string[][] = [];
    for await (const given of sheet.rows())
      for (const row of given) {
        notice(noticed, row);
        const isGap = row.row !== first + batch.length;
        if (batch.length > 0 && (isGap || batch.length * width > batchCells)) {
          yield { first, rows: batch };
          batch = [];
        }
        if (batch.length === 0) first = row.row;
        batch.push(padded(filled.get(row.row) ?? row.cells, width));
      }
    yield { first, rows: batch, noticed: problemsOf(name, noticed, mergesOverRows(top, merges)) };
  }

  return {
    file: name,
    bytes,
    encoding: kind,
    proof: 'workbook',
    delimiter: '',
    head,
    noticed: noticedBefore,
    rows,
  };
}

const luggageCodes = { macro: 'macro-not-run', link: 'link-not-followed' } as const;

/**
 * The sheets of a workbook as tables of text. Empty ones are passed over; so are hidden ones, and that is said: what an
 * office hides is a list for its drop-downs as a rule. What the workbook carries along is said with its first sheet.
 */
export async function workbookTables(
  book: Workbook,
  file: string,
  bytes: number,
): Promise<Omit<Sheet, 'sha256'>[]> {
  const shared: Shared = { file, bytes, kind: book.kind };
  const visible = book.sheets.filter(({ hidden }) => !hidden);
  const hidden = book.sheets.filter((sheet) => sheet.hidden);
  const before: Problem[] = [
    ...book.luggage.map((piece): Problem => ({ code: luggageCodes[piece], file })),
    ...hidden.map(({ name }): Problem => ({ code: 'hidden-sheet', file, value: name })),
  ];
  const tables: Omit<Sheet, 'sha256'>[] = [];
  for (const sheet of visible) {
    const table = await tableOf(sheet, shared, tables.length === 0 ? before : []);
    if (table !== null) tables.push(table);
  }
  if (tables.length === 0) throw new ReadFailure({ code: 'empty-file', file });
  return tables;
}

import { recordColumns, type Account, type RecordBatch } from '../../model/batch.ts';
import { joinedRows } from '../../model/joined-rows.ts';
import { isFatal, type Problem } from '../../model/problem.ts';
import type { RecordKind } from '../../model/record.ts';
import type { AsideRule, Recognised, Settings } from '../../model/settings.ts';
import type { RowBatch } from '../../model/sheet.ts';
import { besideData } from './beside.ts';
import type { Fault } from './fault.ts';
import { veilPersonal } from './personal/veil-personal.ts';
import { longestCell } from './text.ts';
import { planRow, type Row } from './plan.ts';

/** What checking has gathered so far; it is complete when the last batch has been taken. */
export interface Findings {
  readonly account: Account;
  /** What of the office's decisions the sheet used. */
  readonly spellings: Set<string>;
  readonly redactions: Set<string>;
}

/** The checked records of a sheet, batch by batch, and what was gathered on the way. */
export interface Check {
  readonly kinds: readonly RecordKind[];
  readonly batches: AsyncGenerator<RecordBatch[]>;
  readonly found: Findings;
}

function isBlank(row: readonly string[]): boolean {
  return row.every((cell) => cell.trim() === '');
}

/** The problem of a row whose number of cells is wrong; empty cells too many at the end do no harm. */
function widthProblem(file: string, row: number, cells: readonly string[], width: number): Problem | null {
  if (cells.length === width) return null;
  const sizes = { file, row, value: String(cells.length), detail: String(width) };
  if (cells.length < width) return { code: 'row-too-short', ...sizes };
  const joined = joinedRows(cells, width);
  if (joined > 1) return { code: 'mixed-line-ends', file, row, value: String(joined) };
  return cells.slice(width).some((cell) => cell.trim() !== '') ? { code: 'row-too-long', ...sizes } : null;
}

function longCell(
  file: string,
  row: number,
  cells: readonly string[],
  header: readonly string[],
): Problem | null {
  const position = cells.findIndex((cell) => cell.length > longestCell);
  if (position < 0) return null;
  const size = String(cells[position]?.length ?? 0);
  return {
    code: 'cell-too-long',
    file,
    row,
    column: header[position] ?? '',
    value: size,
    detail: String(longestCell),
  };
}

/** A cell under a column without a name: it cannot be told what it is, and leaving it out would be a guess. */
function namelessCell(
  file: string,
  row: number,
  cells: readonly string[],
  { header, description }: Recognised,
): Problem | null {
  if (description?.ignore === 'rest') return null;
  const value = cells.find((cell, position) => header[position] === '' && cell.trim() !== '');
  if (value === undefined) return null;
  const detail = {
    zh: '这一格上面没有列名：补上列名，或删去',
    en: 'there is no name above this cell: write one, or take it out',
  };
  return { code: 'unknown-column', file, row, value, detail };
}

/** Why a row is not counted though nothing is wrong with it, if so; the layout says by which column. */
function reasonToSetAside(cells: readonly string[], rules: readonly AsideRule[]): string | null {
  const rule = rules.find(
    ({ column, words, when }) =>
      words.has((cells[column] ?? '').normalize('NFKC').trim()) === (when === 'is'),
  );
  return rule?.reason ?? null;
}

/** What systems write so that a spreadsheet leaves it as it is: `="007"` is the text 007. */
const asText = /^="([^"]*)"$/;

function unwrapped(cells: string[]): string[] {
  return cells.some((cell) => cell.startsWith('="'))
    ? cells.map((cell) => asText.exec(cell)?.[1] ?? cell)
    : cells;
}

/** What is said of a cell is printed and mailed: whoever stands in it is veiled. */
function veiled(fault: Fault): Fault {
  return fault.code === 'personal-data' ? fault : { ...fault, value: veilPersonal(fault.value) };
}

/**
 * Holds every row against what its columns may hold. Rows come out as records of canonical cells; whatever is wrong is
 * told with file, row and column, and the row set aside. Nothing is guessed.
 */
export function check(
  file: string,
  rows: AsyncGenerator<RowBatch>,
  recognised: Recognised,
  settings: Settings,
  tell: (problem: Problem) => void,
): Check {
  const found: Findings = {
    account: { read: 0, used: 0, setAside: {} },
    spellings: new Set(),
    redactions: new Set(),
  };
  const plan = planRow(file, recognised, (kind) => columnsOf(kind, recognised, settings), settings, {
    onSpelling: (spelling) => found.spellings.add(spelling),
    onRedaction: (hash) => found.redactions.add(hash),
  });
  const tolerated = settings.programme.tolerate ?? [];
  const isNameless = recognised.header.includes('');

  /** Rows that hold no data: blank, or set beside them. */
  let noData = 0;

  function setAside(reason: string): void {
    found.account.setAside[reason] = (found.account.setAside[reason] ?? 0) + 1;
  }

  function take(given: string[], row: number, into: ReadonlyMap<RecordKind, string[][]>): void {
    const cells = unwrapped(given);
    found.account.read += 1;
    if (isBlank(cells)) {
      noData += 1;
      setAside('blank-row');
      return;
    }
    const beside = besideData(cells, recognised.header);
    if (beside !== null) {
      tell({
        code: beside,
        file,
        row,
        value: veilPersonal(cells.find((cell) => cell.trim() !== '') ?? ''),
      });
      noData += 1;
      setAside(beside);
      return;
    }
    const structural =
      widthProblem(file, row, cells, recognised.width) ??
      longCell(file, row, cells, recognised.header) ??
      (isNameless ? namelessCell(file, row, cells, recognised) : null);
    const aside = structural === null ? reasonToSetAside(cells, recognised.setAside) : null;
    if (aside !== null) {
      setAside(aside);
      return;
    }
    const { records, faults }: Row = structural === null ? plan(cells, row) : { records: [], faults: [] };
    if (structural !== null || faults.length > 0) {
      const problems: Problem[] = [
        ...(structural === null ? [] : [structural]),
        ...faults.map(({ column, fault }): Problem => ({ ...veiled(fault), file, row, column })),
      ];
      for (const problem of problems) tell(problem);
      const fatal = problems.find((problem) => isFatal(problem, tolerated));
      if (fatal !== undefined) {
        setAside(fatal.code);
        return;
      }
    }
    found.account.used += 1;
    for (const { kind, cells: record } of records) into.get(kind)?.push(record);
  }

  const { kinds } = plan;
  async function* batches(): AsyncGenerator<RecordBatch[]> {
    for await (const { first, rows: batch, noticed = [] } of rows) {
      for (const problem of noticed) tell(problem);
      const into = new Map(kinds.map((kind): [RecordKind, string[][]] => [kind, []]));
      for (const [position, cells] of batch.entries())
        if (first + position >= recognised.firstRow) take(cells, first + position, into);
      yield kinds.map((kind) => ({ kind, rows: into.get(kind) ?? [] }));
    }
    if (found.account.read === noData) tell({ code: 'no-rows', file });
  }

  return { kinds, batches: batches(), found };
}

/** The columns in which a check's records of a kind come. */
export function columnsOf(kind: RecordKind, recognised: Recognised, settings: Settings): string[] {
  return recordColumns(kind, settings.programme.languages, [...recognised.answers.keys()]);
}

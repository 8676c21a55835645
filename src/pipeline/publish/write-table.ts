import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';

/** How many lines are written at a time. */
const linesAtOnce = 20_000;

type Cells = readonly (string | number)[];

/** What makes Papa Parse put a cell in quotes, seen in its whole line: a comma in it apart. */
const odd = /["\r\n\ufeff]|(?:^|,) | (?:,|$)/;

/** A row as Papa Parse writes it. Most hold nothing that needs quotes: these are just joined, which takes a fifth of the time. */
function lineOf(cells: Cells): string {
  const line = cells.join(',');
  const isPlain = !odd.test(line) && !cells.some((cell) => typeof cell === 'string' && cell.includes(','));
  return isPlain ? line : Papa.unparse([cells as (string | number)[]]);
}

/** Lines as text, a piece after the other: that of a large table would be longer than a text can be. */
function* piecesOf(rows: Iterable<Cells>): Generator<string> {
  let lines: string[] = [];
  for (const cells of rows) {
    lines.push(lineOf(cells));
    if (lines.length < linesAtOnce) continue;
    yield `${lines.join('\r\n')}\r\n`;
    lines = [];
  }
  if (lines.length > 0) yield `${lines.join('\r\n')}\r\n`;
}

/** A table that is being written: takes rows until it is closed. */
interface OpenTable {
  readonly add: (rows: Iterable<Cells>) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Begins a table as CSV, with its header: UTF-8 without a byte order mark, as RFC 4180 has it. */
async function openTable(folder: string, name: string, header: readonly string[]): Promise<OpenTable> {
  await mkdir(folder, { recursive: true });
  const file = await open(join(folder, `${name}.csv`), 'w');
  const add = async (rows: Iterable<Cells>) => {
    for (const piece of piecesOf(rows)) await file.appendFile(piece);
  };
  await add([header]);
  return { add, close: () => file.close() };
}

/** Writes one table as CSV; its rows may come some at a time, so that nobody holds them. */
export async function writeTable(
  folder: string,
  name: string,
  header: readonly string[],
  rows: Iterable<Cells> | AsyncIterable<Iterable<Cells>>,
): Promise<void> {
  const table = await openTable(folder, name, header);
  try {
    if (Symbol.iterator in rows) await table.add(rows);
    else for await (const some of rows) await table.add(some);
  } finally {
    await table.close();
  }
}

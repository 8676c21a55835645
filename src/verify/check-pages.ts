import { fileIndex, published } from '../model/published.ts';
import type { Table } from '../model/table.ts';
import type { Difference, SiteFiles } from './difference.ts';
import { cell, numberIn, rowsOf, type PublicTables, type Row } from './read-table.ts';

const everyTable: Readonly<Record<string, Table>> = { ...published, index: fileIndex };

const figureElement = /<data\b([^>]*\bdata-figure="[^"]*"[^>]*)>([^<]*)<\/data>/g;
const cellElement = /<(?:data|text)\b([^>]*\bdata-cell="[^"]*"[^>]*)>([^<]*)</g;
const attribute = (attributes: string, name: string) => {
  const found = new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1];
  return found?.replaceAll('&amp;', '&').replaceAll('&#38;', '&');
};

/** The number that a text shows and the size of its last digit; null where it shows none. */
function numberShown(text: string): { value: number; step: number } | null {
  const plain = text.trim().replaceAll(',', '').replace('\u2212', '-').replace(/^\+/, '');
  const match = /^(-?\d+)(?:\.(\d+))?(%?)$/.exec(plain);
  if (match === null) return null;
  return { value: Number(plain.replace('%', '')), step: 10 ** -(match[2]?.length ?? 0) };
}

/** Whether a shown text is the number, rounded: as it is, or as a percentage. */
function shows(text: string, value: number): boolean {
  const seen = numberShown(text);
  if (seen === null) return false;
  const dust = 1e-9;
  return [value, value * 100].some((one) => Math.abs(seen.value - one) < seen.step + dust);
}

/** Looks up what a number on a page must be, by how its element names it; null where no row has it. */
type Lookup = (attributes: string) => { readonly name: string; readonly expected: number | null };

function figureLookup({ figures }: PublicTables): Lookup {
  const rows = new Map(
    figures.map((row) => {
      const question = cell(row, 'question_id');
      const key = `${cell(row, 'subject_kind')}:${cell(row, 'subject_id')}|${cell(row, 'period')}|${cell(row, 'measure')}`;
      return [question === '' ? key : `${key}|${question}`, row] as const;
    }),
  );
  return (attributes) => {
    const key = attribute(attributes, 'data-figure') ?? '';
    const part = attribute(attributes, 'data-part') ?? 'value';
    return { name: `${key}, ${part}`, expected: numberIn(rows.get(key), part) };
  };
}

/** Cells of the other tables, named as `table:key:column`. */
function cellLookup(tables: Readonly<Record<string, readonly Row[]>>): Lookup {
  const byTable = new Map<string, ReadonlyMap<string, Row>>();
  const rowsIn = (table: string) => {
    const key: readonly string[] = everyTable[table]?.key ?? [];
    const rows =
      byTable.get(table) ??
      new Map((tables[table] ?? []).map((row) => [key.map((column) => cell(row, column)).join('|'), row]));
    byTable.set(table, rows);
    return rows;
  };
  return (attributes) => {
    const name = attribute(attributes, 'data-cell') ?? '';
    const [table = '', ...rest] = name.split(':');
    const column = rest.pop() ?? '';
    return { name, expected: numberIn(rowsIn(table).get(rest.join(':')), column) };
  };
}

/** Every number on a page that names its figure, or its cell of another table, is that number: the machine-readable value exactly, the text as rounded. Gives how many there are. */
export async function checkPages(
  files: SiteFiles,
  tables: PublicTables,
  tell: (done: number, all: number) => void,
): Promise<{
  readonly numbers: number;
  readonly pages: number;
  readonly differences: readonly Difference[];
}> {
  const index = files.names.includes('data/index.csv') ? rowsOf(await files.read('data/index.csv')) : [];
  const kinds = [
    [figureElement, figureLookup(tables)],
    [cellElement, cellLookup({ ...tables, index })],
  ] as const;
  const pages = files.names.filter((name) => name.endsWith('.html'));
  const differences: Difference[] = [];
  let numbers = 0;
  for (const [place, page] of pages.entries()) {
    const html = new TextDecoder('utf-8').decode(await files.read(page));
    for (const [element, lookup] of kinds)
      for (const [, attributes = '', text = ''] of html.matchAll(element)) {
        numbers += 1;
        const { name, expected } = lookup(attributes);
        const value = attribute(attributes, 'value') ?? String(expected);
        const wrong = expected === null || Number(value) !== expected || !shows(text, expected);
        if (wrong)
          differences.push({
            check: 'page',
            where: `${page}, ${name}`,
            expected: String(expected ?? 'no such figure'),
            found: `${value} “${text.trim()}”`,
          });
      }
    tell(place + 1, pages.length);
  }
  return { numbers, pages: pages.length, differences };
}

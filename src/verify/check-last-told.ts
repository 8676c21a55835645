import { published } from '../model/published.ts';
import type { Difference, SiteFiles } from './difference.ts';
import { cell, rowsIn, rowsOf, type Row } from './read-table.ts';

const latest = 'data/latest';

const { key } = published.last_told;

const numbers = ['count', 'base', 'value', 'low', 'high'] as const;

const keyOf = (row: Row) => key.map((column) => cell(row, column)).join('|');

const textOf = (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true }).decode(bytes);

/** Some rows of a table of figures by their keys, which are its first columns: of a large table no others are taken apart. */
function figuresIn(bytes: Uint8Array, keys: ReadonlySet<string>): ReadonlyMap<string, Row> {
  const [head = '', ...lines] = textOf(bytes).split('\r\n');
  const named = lines.filter((line) => keys.has(line.split(',', key.length).join('|')));
  return new Map(rowsIn([head, ...named, ''].join('\r\n')).map((row) => [keyOf(row), row]));
}

/** What a row must be like: withheld now, and with the numbers and the day of its release. */
function checkRow(
  row: Row,
  now: Row | undefined,
  then: Row | undefined,
  release: Row | undefined,
): Difference[] {
  const where = `last_told.csv ${keyOf(row)}`;
  const differs = (what: string, expected: string, found: string): Difference[] =>
    expected === found ? [] : [{ check: 'chain', where: `${where}, ${what}`, expected, found }];
  return [
    ...differs('status now', 'withheld', cell(now, 'status') || 'no such figure'),
    ...differs('status then', 'shown', cell(then, 'status') || 'no such figure'),
    ...differs('published_on', cell(release, 'published_on'), cell(row, 'published_on')),
    ...(then === undefined
      ? []
      : numbers.flatMap((column) => differs(column, cell(then, column), cell(row, column)))),
  ];
}

/**
 * Each row of `last_told.csv` is a statement of an earlier release, not of this one: it must be, number by number, what that
 * release told, as its files have it, of a figure that this one withholds. Then it tells nothing that is not public.
 */
export async function checkLastTold(files: SiteFiles): Promise<Difference[]> {
  const table = async (name: string) =>
    files.names.includes(name) ? await files.read(name) : new Uint8Array();
  const rows = rowsOf(await table(`${latest}/last_told.csv`));
  if (rows.length === 0) return [];
  const now = figuresIn(await table(`${latest}/figures.csv`), new Set(rows.map(keyOf)));
  const releases = new Map(
    rowsOf(await table(`${latest}/releases.csv`)).map((row) => [cell(row, 'release'), row]),
  );
  const differences: Difference[] = [];
  for (const [release, own] of Map.groupBy(rows, (row) => cell(row, 'release'))) {
    const then = figuresIn(await table(`data/releases/${release}/figures.csv`), new Set(own.map(keyOf)));
    for (const row of own)
      differences.push(...checkRow(row, now.get(keyOf(row)), then.get(keyOf(row)), releases.get(release)));
  }
  return differences;
}

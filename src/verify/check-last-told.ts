import { published } from '../model/published.ts';
import type { Difference, SiteFiles } from './difference.ts';
import { cell, rowsIn, rowsOf, type Row } from './read-table.ts';

const latest = 'data/latest';

const { key } = published.last_told;

const numbers = ['count', 'base', 'value', 'low', 'high'] as const;

const keyOf = (row: Row) => key.map((column) => cell(row, column)).join('|');

/** The tables of which something is repeated, and what is called there otherwise than here. */
const sources = {
  figures: { key: published.figures.key, names: {} },
  answers: { key: published.answers.key, names: { value: 'share' } },
} as const satisfies Readonly<
  Record<string, { readonly key: readonly string[]; readonly names: Readonly<Record<string, string>> }>
>;

const textOf = (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true }).decode(bytes);

/** The rows of a table that are repeated, by their keys there, which are its first columns: of a large table no others are taken apart. */
function rowsRepeated(source: keyof typeof sources, bytes: Uint8Array, repeated: readonly Row[]): Row[] {
  const { key: own, names } = sources[source];
  const wanted = new Set(repeated.map((row) => own.map((column) => cell(row, column)).join('|')));
  const [head = '', ...lines] = textOf(bytes).split('\r\n');
  const named = lines.filter((line) => wanted.has(line.split(',', own.length).join('|')));
  return rowsIn([head, ...named, ''].join('\r\n')).map((row) => ({
    ...row,
    ...Object.fromEntries(Object.entries(names).map(([name, other]) => [name, cell(row, other)])),
  }));
}

/** What a folder of tables says of what is repeated, by the keys of the table that repeats it. */
async function saidOf(
  folder: string,
  repeated: readonly Row[],
  read: (name: string) => Promise<Uint8Array>,
): Promise<ReadonlyMap<string, Row>> {
  const parts = Map.groupBy(repeated, (row) => (cell(row, 'answer_id') === '' ? 'figures' : 'answers'));
  const said = new Map<string, Row>();
  for (const [source, rows] of parts)
    for (const row of rowsRepeated(source, await read(`${folder}/${source}.csv`), rows))
      said.set(keyOf(row), row);
  return said;
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
    ...differs('status now', 'withheld', cell(now, 'status') || 'no such number'),
    ...differs('status then', 'shown', cell(then, 'status') || 'no such number'),
    ...differs('published_on', cell(release, 'published_on'), cell(row, 'published_on')),
    ...(then === undefined
      ? []
      : numbers.flatMap((column) => differs(column, cell(then, column), cell(row, column)))),
  ];
}

/**
 * Each row of `last_told.csv` is a statement of an earlier release, not of this one: it must be, number by number, what that
 * release told, as its files have it, of a figure or an answer that this one withholds. Then it tells nothing that is not public.
 */
export async function checkLastTold(files: SiteFiles): Promise<Difference[]> {
  const table = async (name: string) =>
    files.names.includes(name) ? await files.read(name) : new Uint8Array();
  const rows = rowsOf(await table(`${latest}/last_told.csv`));
  if (rows.length === 0) return [];
  const now = await saidOf(latest, rows, table);
  const releases = new Map(
    rowsOf(await table(`${latest}/releases.csv`)).map((row) => [cell(row, 'release'), row]),
  );
  const differences: Difference[] = [];
  for (const [release, own] of Map.groupBy(rows, (row) => cell(row, 'release'))) {
    const then = await saidOf(`data/releases/${release}`, own, table);
    for (const row of own)
      differences.push(...checkRow(row, now.get(keyOf(row)), then.get(keyOf(row)), releases.get(release)));
  }
  return differences;
}

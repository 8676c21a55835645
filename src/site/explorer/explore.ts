import { readColumn } from './column.ts';
import { findText, type Load, type TextMatch } from './find-text.ts';
import type { Manifest, Row } from './manifest.ts';
import { facets, type Facet, type Selection } from './selection.ts';

/** Columns beside those of the facets, by which findings are put in order. */
type OrderColumn = 'found-day' | 'overdue-days';

/** What a selection holds. */
export interface Results {
  /** Places in the register, in the order that was asked for. */
  readonly places: readonly number[];
  /** For each facet whose column was looked at: how many findings each value would leave, by its code. */
  readonly counts: ReadonlyMap<Facet, readonly number[]>;
}

/** Whether a month lies in a year, a quarter, or is the month that is meant: 2026, 2026-Q3, 2026-09. */
function isIn(month: string, period: string): boolean {
  const quarter = `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`;
  return month === period || quarter === period || month.slice(0, 4) === period;
}

/** The codes of a facet that a chosen value stands for: a year stands for its months. None for a value that is unknown. */
export function codesOf({ values }: Manifest, facet: Facet, value: string): ReadonlySet<number> {
  const codes = values[facet].flatMap((one, at) => {
    const meant = facet === 'found' ? isIn(one, value) : one === value;
    return meant ? [at + 1] : [];
  });
  return new Set(codes);
}

type Column = Uint32Array;

/** Commendations are never mixed with problems: they are shown when they are asked for. */
function isAside(manifest: Manifest, status: Column, place: number): boolean {
  return manifest.values.status[(status[place] ?? 0) - 1] === 'commendation';
}

interface Filter {
  readonly facet: Facet;
  readonly column: Column;
  /** Null where nothing is chosen. */
  readonly allowed: ReadonlySet<number> | null;
}

/** The one filter that a finding does not pass; null for none, undefined for several. */
function missed(filters: readonly Filter[], place: number): Filter | null | undefined {
  let one: Filter | null = null;
  for (const filter of filters) {
    if (filter.allowed === null || filter.allowed.has(filter.column[place] ?? 0)) continue;
    if (one !== null) return undefined;
    one = filter;
  }
  return one;
}

function narrow(
  manifest: Manifest,
  filters: readonly Filter[],
  candidates: Iterable<number>,
): Results & { readonly places: number[] } {
  const counts = new Map(
    filters.map(({ facet }) => [facet, new Array<number>(manifest.values[facet].length + 1).fill(0)]),
  );
  const status = filters.find(({ facet }) => facet === 'status');
  const count = ({ facet, column }: Filter, place: number) => {
    const tally = counts.get(facet);
    const code = column[place] ?? 0;
    if (tally) tally[code] = (tally[code] ?? 0) + 1;
  };
  const places: number[] = [];
  for (const place of candidates) {
    const miss = missed(filters, place);
    if (miss === undefined) continue;
    const aside = status !== undefined && status.allowed === null && isAside(manifest, status.column, place);
    if (miss !== null) {
      if (!aside) count(miss, place);
      continue;
    }
    if (!aside) places.push(place);
    for (const filter of filters) if (!aside || filter === status) count(filter, place);
  }
  return { places, counts };
}

/** Puts places in order by a column, the largest first; those alike keep the order of the register. */
function largestFirst(places: readonly number[], column: Column): number[] {
  return places.toSorted((one, other) => (column[other] ?? 0) - (column[one] ?? 0) || one - other);
}

function titledFirst(places: readonly number[], match: TextMatch | null): readonly number[] {
  if (match === null) return places;
  const titled = new Set(match.titled);
  return [...places.filter((place) => titled.has(place)), ...places.filter((place) => !titled.has(place))];
}

/** The explorer of a register whose index is read file by file. */
export interface Explorer {
  readonly manifest: Manifest;
  /** Finds a selection. Facets in `counted` are counted though nothing is chosen of them. */
  readonly find: (selection: Selection, counted: Iterable<Facet>) => Promise<Results>;
  /** The rows at some places, in their order. */
  readonly rows: (places: readonly number[]) => Promise<Row[]>;
}

/** Opens the index of a register. `load` fetches a file of it; every file is fetched once. */
export async function openExplorer(load: Load): Promise<Explorer> {
  const loaded = new Map<string, Promise<string>>();
  const once: Load = (file) => {
    const known = loaded.get(file) ?? load(file);
    loaded.set(file, known);
    // A file that could not be had is asked for again next time.
    known.catch(() => loaded.delete(file));
    return known;
  };
  const manifest = JSON.parse(await once('manifest.json')) as Manifest;
  const columns = new Map<string, Column>();
  const columnOf = async (name: Facet | OrderColumn): Promise<Column> => {
    const known = columns.get(name) ?? readColumn(await once(`columns/${name}.txt`));
    columns.set(name, known);
    return known;
  };
  const filterOf = async (facet: Facet, { chosen }: Selection): Promise<Filter> => ({
    facet,
    column: await columnOf(facet),
    allowed: chosen[facet] === '' ? null : codesOf(manifest, facet, chosen[facet]),
  });
  return {
    manifest,
    find: async (selection, counted) => {
      const also = new Set<Facet>(['status', ...counted]);
      const used = facets.filter((facet) => also.has(facet) || selection.chosen[facet] !== '');
      const [match, filters] = await Promise.all([
        findText(selection.text, manifest.begins, once),
        Promise.all(used.map((facet) => filterOf(facet, selection))),
      ]);
      const all = match?.places ?? Array.from({ length: manifest.count }, (_, place) => place);
      const { places, counts } = narrow(manifest, filters, all);
      switch (selection.sort) {
        case 'usual':
          return { places: titledFirst(places, match), counts };
        case 'found':
          return { places: largestFirst(places, await columnOf('found-day')), counts };
        case 'overdue':
          return { places: largestFirst(places, await columnOf('overdue-days')), counts };
        case 'changed':
          return { places, counts };
      }
    },
    rows: async (places) => {
      const fileOf = (place: number) => Math.floor(place / manifest.rowsInFile);
      const names = [...new Set(places.map(fileOf))];
      const files = await Promise.all(names.map((name) => once(`rows/${name}.json`)));
      const byName = new Map(names.map((name, at) => [name, JSON.parse(files[at] ?? '[]') as Row[]]));
      const rows = places.map((place) => byName.get(fileOf(place))?.[place % manifest.rowsInFile]);
      return rows.filter((row) => row !== undefined);
    },
  };
}

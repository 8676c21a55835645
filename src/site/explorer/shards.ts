import { writePlaces } from './places.ts';

/** Where a piece stands: in titles, and in anything else. */
export interface Entry {
  readonly title: number[];
  readonly rest: number[];
}

/** How many characters of entries go into one file: what a phone fetches for a piece that is looked for. */
const shardLength = 24_000;

/** The index cut into files, and by which piece each begins. */
export interface Shards {
  readonly begins: readonly string[];
  readonly files: readonly string[];
}

/** Code units decide the order: the same in every engine, whatever its language. */
function inOrder(one: readonly [string, Entry], other: readonly [string, Entry]): number {
  return one[0] < other[0] ? -1 : 1;
}

/** Cuts the entries of an index, in the order of their pieces, into files of about one size. */
export function cutIntoShards(entries: ReadonlyMap<string, Entry>): Shards {
  const begins: string[] = [];
  const files: string[][] = [];
  let room = 0;
  for (const [term, { title, rest }] of [...entries].sort(inOrder)) {
    const line = `${term}\t${writePlaces(title)}\t${writePlaces(rest)}`;
    if (room < line.length) {
      begins.push(term);
      files.push([]);
      room = shardLength;
    }
    files.at(-1)?.push(line);
    room -= line.length;
  }
  return { begins, files: files.map((lines) => lines.join('\n')) };
}

/**
 * Which files can hold a piece, or pieces that begin so.
 *
 * @example
 * shardsFor(['a', 'f', 'm'], { term: 'g', as: 'whole' }); // => [1]
 * shardsFor(['a', 'f', 'm'], { term: 'm', as: 'beginning' }); // => [1, 2]
 * shardsFor(['f'], { term: 'a', as: 'whole' }); // => []
 */
export function shardsFor(
  begins: readonly string[],
  { term, as }: { readonly term: string; readonly as: 'whole' | 'beginning' },
): number[] {
  const last = begins.findLastIndex(
    (begin) => begin <= term || (as === 'beginning' && begin.startsWith(term)),
  );
  const before = begins.findLastIndex((begin) => (as === 'whole' ? begin <= term : begin < term));
  if (last < 0) return [];
  const first = Math.max(0, before);
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

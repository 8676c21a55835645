import { writePlaces } from './places.ts';

/** Where a piece stands, as rising places: in titles, and in anything else. */
interface Entry {
  readonly title: ArrayLike<number>;
  readonly rest: ArrayLike<number>;
}

/** How many characters of entries go into one file: what a phone fetches for a piece that is looked for. */
const shardLength = 24_000;

/** The index cut into files, as they are written, and by which piece each begins. */
export interface Shards {
  readonly begins: readonly string[];
  readonly files: readonly Uint8Array<ArrayBuffer>[];
}

/** Cuts the entries of an index, in the order of their pieces, into files of about one size. An entry is asked for by the place of its piece. */
export function cutIntoShards(pieces: readonly string[], entryOf: (place: number) => Entry): Shards {
  const begins: string[] = [];
  const files: Uint8Array<ArrayBuffer>[] = [];
  let lines: string[] = [];
  let room = 0;
  const close = () => {
    if (lines.length > 0) files.push(new TextEncoder().encode(lines.join('\n')));
    lines = [];
  };
  // Code units decide the order: the same in every engine, whatever its language.
  const placed = pieces.map((term, place) => ({ term, place }));
  for (const { term, place } of placed.sort((one, other) => (one.term < other.term ? -1 : 1))) {
    const { title, rest } = entryOf(place);
    const line = `${term}\t${writePlaces(title)}\t${writePlaces(rest)}`;
    if (room < line.length) {
      close();
      begins.push(term);
      room = shardLength;
    }
    lines.push(line);
    room -= line.length;
  }
  close();
  return { begins, files };
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

/** In which findings each piece of text stands: the postings of an index. Pieces are numbered from 0, findings by their places. */
export interface Postings {
  /** Notes that a piece stands in a finding, once. Findings come in the order of their places. */
  readonly note: (piece: number, place: number) => void;
  /** Whether it has just been noted of a piece that it stands in a finding. */
  readonly has: (piece: number, place: number) => boolean;
  /** Ends the noting. What it gives tells the places of a piece, rising. */
  readonly sort: () => (piece: number) => Uint32Array;
}

function add(numbers: Uint32Array, place: number, more: number): void {
  numbers[place] = (numbers[place] ?? 0) + more;
}

/**
 * Opens postings. A large city has ten million: they are noted one after the other as bare numbers and sorted once by piece, as a list
 * for each piece would take several times the room.
 */
export function openPostings(): Postings {
  let pieces = new Uint32Array(1 << 12);
  let length = 0;
  const begins: number[] = [];
  const last: number[] = [];
  const has = (piece: number, place: number) => last[piece] === place;
  return {
    has,
    note: (piece, place) => {
      if (has(piece, place)) return;
      last[piece] = place;
      while (begins.length <= place) begins.push(length);
      if (length === pieces.length) {
        const wider = new Uint32Array(2 * length);
        wider.set(pieces);
        pieces = wider;
      }
      pieces[length] = piece;
      length += 1;
    },
    sort: () => {
      // Where the places of each piece begin among those of all, and where those of the last one end.
      const starts = new Uint32Array(last.length + 1);
      for (const piece of pieces.subarray(0, length)) add(starts, piece + 1, 1);
      for (let piece = 1; piece < starts.length; piece += 1) add(starts, piece, starts[piece - 1] ?? 0);
      const free = starts.slice();
      const places = new Uint32Array(length);
      for (const [place, begin] of begins.entries())
        for (const piece of pieces.subarray(begin, begins[place + 1] ?? length)) {
          places[free[piece] ?? 0] = place;
          add(free, piece, 1);
        }
      return (piece) => places.subarray(starts[piece] ?? 0, starts[piece + 1] ?? 0);
    },
  };
}

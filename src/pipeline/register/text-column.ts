/** The cells of a column: the texts that stand in it, and for every row which of them it is. */
export interface TextColumn {
  readonly texts: readonly string[];
  /** For each row the place of its text among the texts; `blank` where it has none. */
  readonly places: Int32Array;
}

/** Gathers the cells of a column as they come. */
export interface TextGatherer {
  readonly add: (cell: string) => void;
  /** What was gathered since the last time. It holds until more is added. */
  readonly take: () => TextColumn;
}

/** Stands for the place of a cell without content. */
export const blank = -1;

/** After so many texts it shows whether a column repeats itself. */
const enough = 1000;

/**
 * Begins a column. Most columns of an export hold few texts again and again, and each is written once. Those of a column that
 * does not repeat itself, such as ids, are not looked up any more: each is taken for a new one.
 *
 * @example
 * const column = gatherTexts();
 * for (const cell of ['yes', '', 'no', 'yes']) column.add(cell);
 * const { texts, places } = column.take();
 * texts; // => ['yes', 'no']
 * [...places]; // => [0, -1, 1, 0]
 */
export function gatherTexts(): TextGatherer {
  let texts: string[] = [];
  let known: Map<string, number> | null = new Map();
  let places = new Int32Array(enough);
  let rows = 0;
  let blanks = 0;
  const placeOf = (text: string): number => {
    const before = known?.get(text);
    if (before !== undefined) return before;
    const place = texts.length;
    texts.push(text);
    known?.set(text, place);
    if (place === enough && 2 * place > rows - blanks) known = null;
    return place;
  };
  const add = (cell: string) => {
    if (rows === places.length) {
      const more = new Int32Array(2 * rows);
      more.set(places);
      places = more;
    }
    if (cell === '') {
      places[rows] = blank;
      blanks += 1;
    } else places[rows] = placeOf(cell);
    rows += 1;
  };
  const take = (): TextColumn => {
    // The room for places is used again: new room for each part of a file would soon be a burden.
    const column = { texts, places: places.subarray(0, rows) };
    texts = [];
    known = new Map();
    rows = 0;
    blanks = 0;
    return column;
  };
  return { add, take };
}

/* Which findings a word stands in: their places in the register, rising, each written as its distance from the one before. */

const base = 36;

/** Most distances are short: they are written once. A reader’s browser, which writes none, is not given them. */
const short = /* @__PURE__ */ Array.from({ length: base ** 2 }, (_, distance) => distance.toString(base));

/**
 * Writes rising places.
 *
 * @example
 * writePlaces([3, 4, 40]); // => '3 1 10'
 */
export function writePlaces(places: ArrayLike<number>): string {
  let written = '';
  let before = 0;
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] ?? 0;
    const distance = place - before;
    written += (at === 0 ? '' : ' ') + (short[distance] ?? distance.toString(base));
    before = place;
  }
  return written;
}

/**
 * Reads rising places.
 *
 * @example
 * readPlaces('3 1 10'); // => [3, 4, 40]
 * readPlaces(''); // => []
 */
export function readPlaces(text: string): number[] {
  if (text === '') return [];
  let place = 0;
  return text.split(' ').map((distance) => {
    place += Number.parseInt(distance, base);
    return place;
  });
}

/**
 * The places that stand in any of several rising lists.
 *
 * @example
 * inAny([[1, 3], [2, 3]]); // => [1, 2, 3]
 */
export function inAny(lists: readonly (readonly number[])[]): number[] {
  if (lists.length === 1) return [...(lists[0] ?? [])];
  return [...new Set(lists.flat())].sort((one, other) => one - other);
}

/**
 * The places that stand in each of several rising lists.
 *
 * @example
 * inEach([[1, 2, 3], [2, 3, 4]]); // => [2, 3]
 */
export function inEach(lists: readonly (readonly number[])[]): number[] {
  const [shortest = [], ...others] = lists.toSorted((one, other) => one.length - other.length);
  const sets = others.map((list) => new Set(list));
  return shortest.filter((place) => sets.every((set) => set.has(place)));
}

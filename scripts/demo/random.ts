/** A source of repeatable chance: the same seed and name give the same draws on every machine. */
export interface Random {
  /** A number from 0 up to, not including, 1. */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
  /** One of the list, all equally likely. */
  pick<Item>(list: readonly Item[]): Item;
  /** One of the list, each as likely as its weight. */
  weighted<Item>(list: readonly Item[], weight: (item: Item) => number): Item;
  /** A new list with the same items in random order. */
  shuffled<Item>(list: readonly Item[]): Item[];
}

/** A source of chance for each part of a programme, by its name. */
export type Chance = (name: string) => Random;

/** FNV-1a: a 32-bit number for a text, so that each part of the programme has its own stream. */
function hash(text: string): number {
  let sum = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193);
  }
  return sum >>> 0;
}

/** Mulberry32: 32 bits of state, ample for invented data. */
export function randomFrom(seed: number, name: string): Random {
  let state = hash(`${seed}/${name}`);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const whole = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const at = <Item>(list: readonly Item[], index: number): Item => {
    const item = list[index];
    if (item === undefined) throw new Error(`nothing to pick at ${index} of ${list.length}`);
    return item;
  };
  return {
    next,
    whole,
    chance: (probability) => next() < probability,
    pick: (list) => at(list, whole(0, list.length - 1)),
    weighted: (list, weight) => {
      const weights = list.map(weight);
      let left = next() * weights.reduce((sum, each) => sum + each, 0);
      const index = weights.findIndex((each) => {
        left -= each;
        return left < 0;
      });
      return at(list, index < 0 ? list.length - 1 : index);
    },
    shuffled: (list) => {
      const items = [...list];
      for (let last = items.length - 1; last > 0; last -= 1) {
        const other = whole(0, last);
        [items[last], items[other]] = [at(items, other), at(items, last)];
      }
      return items;
    },
  };
}

/** A quick way to draw many times by the same weights: running sums, then a binary search. */
export function samplerOf<Item>(
  random: Random,
  list: readonly Item[],
  weight: (item: Item) => number,
): () => Item {
  let total = 0;
  const sums = list.map((item) => (total += weight(item)));
  return () => {
    const target = random.next() * total;
    let low = 0;
    let high = list.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) > target) high = middle;
      else low = middle + 1;
    }
    const item = list[low];
    if (item === undefined) throw new Error('nothing to draw from');
    return item;
  };
}

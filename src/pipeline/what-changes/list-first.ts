import type { Listed } from '../../model/drop-changes.ts';

/** A list that counts all it is given and keeps the first. */
export interface Listing<T> {
  readonly add: (one: T) => void;
  readonly list: () => Listed<T>;
}

/** Starts such a list; `most` are kept. */
export function listFirst<T>(most: number): Listing<T> {
  const first: T[] = [];
  let count = 0;
  return {
    add: (one) => {
      count += 1;
      if (first.length < most) first.push(one);
    },
    list: () => ({ count, first }),
  };
}

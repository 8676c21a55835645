/** Things that are lent to one at a time; who comes while all are lent waits for his turn. */
export interface Lanes<One> {
  readonly take: () => Promise<One>;
  readonly give: (one: One) => void;
}

/** Lends some things of one kind, to those who come first first. Where nothing is done at once it is always the same. */
export function openLanes<One>(all: readonly One[]): Lanes<One> {
  const free = [...all];
  const waiting: ((one: One) => void)[] = [];
  return {
    take: () =>
      new Promise((resolve) => {
        const one = free.shift();
        if (one === undefined) waiting.push(resolve);
        else resolve(one);
      }),
    give: (one) => {
      const next = waiting.shift();
      if (next === undefined) free.unshift(one);
      else next(one);
    },
  };
}

/** A label that wants to stand with its middle at a height, and needs some room. */
export interface Wanted {
  readonly middle: number;
  readonly room: number;
}

/** Labels that have met and stand as one block, in order. */
interface Block {
  readonly first: number;
  /** Sum over the labels of where each would like the top of the block. */
  readonly wish: number;
  readonly labels: number;
  readonly room: number;
}

const topOf = ({ wish, labels }: Block): number => wish / labels;

function joined(above: Block, below: Block): Block {
  return {
    first: above.first,
    wish: above.wish + below.wish - below.labels * above.room,
    labels: above.labels + below.labels,
    room: above.room + below.room,
  };
}

/**
 * Finds where labels can stand without touching, each as near to where it wants to be as the others allow, none left out.
 * Where there is more to say than room, they keep their order and run over the lower edge.
 *
 * @example
 * pushApart([{ middle: 50, room: 17 }, { middle: 52, room: 17 }], 0, 100); // => [42.5, 59.5]
 * pushApart([{ middle: 10, room: 17 }, { middle: 90, room: 17 }], 0, 100); // => [10, 90]
 */
export function pushApart(wanted: readonly Wanted[], top: number, bottom: number): number[] {
  const order = wanted.map((label, index) => ({ ...label, index })).sort((a, b) => a.middle - b.middle);
  const within = (block: Block) => Math.max(top, Math.min(topOf(block), bottom - block.room));
  const blocks: Block[] = [];
  order.forEach(({ middle, room }, place) => {
    let block: Block = { first: place, wish: middle - room / 2, labels: 1, room };
    let above = blocks.at(-1);
    while (above && within(above) + above.room > within(block)) {
      blocks.pop();
      block = joined(above, block);
      above = blocks.at(-1);
    }
    blocks.push(block);
  });
  const middles = wanted.map(() => 0);
  for (const block of blocks) {
    let edge = within(block);
    for (const { index, room } of order.slice(block.first, block.first + block.labels)) {
      middles[index] = edge + room / 2;
      edge += room;
    }
  }
  return middles;
}

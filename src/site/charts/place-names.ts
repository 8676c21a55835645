/** A point of a drawing, in pixels. */
export interface Dot {
  readonly x: number;
  readonly y: number;
}

/** A dot that has a name, and the room that its name takes. */
export interface Named extends Dot {
  readonly width: number;
  readonly height: number;
}

/** A rectangle of a drawing. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** From a dot to its name, the nearest first; half the side of the square that a dot must keep to be seen. */
const distances = [10, 24, 40, 58];
const dotReach = 7;

/** On which side of its dot a name may stand, the best first: across and down, from left or above to right or below. */
const sides = [
  [1, 0],
  [-1, 0],
  [1, -1],
  [1, 1],
  [-1, -1],
  [-1, 1],
  [0, -1],
  [0, 1],
] as const;

/**
 * How bad a pixel is outside the drawing, over another name, over a dot; how bad it is to stand nearer to another dot that has a name;
 * and each step away from the best place.
 */
const weights = { outside: 100, name: 10, dot: 5, stranger: 400, step: 4 };

function boxesFor({ x, y, width, height }: Named): Box[] {
  return distances.flatMap((distance) =>
    sides.map(([across, down]) => {
      const away = distance * (across !== 0 && down !== 0 ? Math.SQRT1_2 : 1);
      const left = x + across * away + (width * (across - 1)) / 2;
      const top = y + down * away + (height * (down - 1)) / 2;
      return { left, top, right: left + width, bottom: top + height };
    }),
  );
}

function sizeOf({ left, top, right, bottom }: Box): number {
  return Math.max(0, right - left) * Math.max(0, bottom - top);
}

function shared(one: Box, other: Box): number {
  return sizeOf({
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  });
}

function distanceTo({ left, top, right, bottom }: Box, { x, y }: Dot): number {
  return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
}

function boxOf({ x, y }: Dot): Box {
  return { left: x - dotReach, top: y - dotReach, right: x + dotReach, bottom: y + dotReach };
}

/**
 * Finds a place beside its dot for every name, nearer to it than to any other that has a name, and over no other name and no dot. Where
 * there is no such place it is over as little as can be; none is left out, and none leaves the drawing.
 *
 * @example
 * const area = { left: 0, top: 0, right: 400, bottom: 200 };
 * const size = { width: 100, height: 16 };
 * placeNames([{ x: 50, y: 50, ...size }], [], area); // => [{ left: 60, top: 42, right: 160, bottom: 58 }]
 * placeNames([{ x: 350, y: 50, ...size }], [], area); // => [{ left: 240, top: 42, right: 340, bottom: 58 }]
 */
export function placeNames(named: readonly Named[], dots: readonly Dot[], area: Box): Box[] {
  const inTheWay = dots.map(boxOf);
  const placed: Box[] = [];
  for (const one of named) {
    const costs = boxesFor(one).map((box, step) => {
      const overNames = placed.reduce((sum, name) => sum + shared(box, name), 0);
      const overDots = inTheWay.reduce((sum, dot) => sum + shared(box, dot), 0);
      const outside = sizeOf(box) - shared(box, area);
      const near = distanceTo(box, one);
      const strangers = named.filter((other) => other !== one && distanceTo(box, other) <= near).length;
      const cost =
        outside * weights.outside +
        overNames * weights.name +
        overDots * weights.dot +
        strangers * weights.stranger +
        step * weights.step;
      return { box, cost };
    });
    placed.push(costs.reduce((best, next) => (next.cost < best.cost ? next : best)).box);
  }
  return placed;
}

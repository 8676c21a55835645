/** A number under a numeric axis: where its middle is and how wide it is, in pixels. */
export interface Mark {
  readonly centre: number;
  readonly width: number;
}

/**
 * Chooses which numbers of an axis to print so that none touches another, where they are not equally far apart: the last one,
 * which says how far the axis reaches, then the first, where it begins, and between them from the end each one that has room.
 *
 * @example
 * chooseMarks([{ centre: 0, width: 8 }, { centre: 75, width: 16 }], 14); // => [0, 1]
 * chooseMarks([{ centre: 0, width: 8 }, { centre: 15, width: 16 }], 14); // => [1]
 */
export function chooseMarks(marks: readonly Mark[], gap: number): number[] {
  const last = marks.length - 1;
  const chosen: number[] = [];
  const apart = (one: Mark, other: Mark) =>
    Math.abs(one.centre - other.centre) >= (one.width + other.width) / 2 + gap;
  for (const place of [last, 0, ...[...marks.keys()].slice(1, -1).reverse()]) {
    const mark = marks[place];
    const isFree = mark && chosen.every((other) => apart(mark, marks[other] ?? mark));
    if (isFree) chosen.push(place);
  }
  return chosen.sort((one, other) => one - other);
}

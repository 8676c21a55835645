import type { Linked } from './linked.ts';

/** What moves together from one cell to another: some columns, each by so many. It keeps what is always so of a cell. */
export type Lot = readonly (readonly [column: number, by: number])[];

/** What a question of several answers counts in a cell; null for any other. */
function severalOf({ layer, identities, columns }: Linked) {
  if (identities.length === 0) return null;
  const [answered = 0] = layer.base;
  const given = layer.parts.map((_, part) => part);
  return {
    answered,
    given,
    notGiven: (answer: number) => answer + given.length,
    further: columns.length - 1,
  };
}

/** One person more who counts in some columns; of several answers, a person who gave one. */
function personLots(linked: Linked, columns: readonly number[]): readonly Lot[] {
  const several = severalOf(linked);
  if (several === null) return columns.map((column) => [[column, 1]]);
  const { answered, given, notGiven } = several;
  return given.map((one) => [
    [answered, 1],
    ...given.map((other) => [other === one ? one : notGiven(other), 1] as const),
  ]);
}

/** One answer more in some columns, and one less elsewhere, from as many people. */
function answerLots(linked: Linked, columns: readonly number[]): readonly Lot[] {
  const several = severalOf(linked);
  const pairs = (others: readonly number[], lot: (column: number, other: number) => Lot) =>
    columns.flatMap((column) =>
      others.flatMap((other) => (columns.includes(other) ? [] : [lot(column, other)])),
    );
  if (several === null)
    return pairs(linked.layer.base, (column, other) => [
      [column, 1],
      [other, -1],
    ]);
  const { given, notGiven, further } = several;
  const alone = columns.map((column): Lot => [
    [column, 1],
    [notGiven(column), -1],
    [further, 1],
  ]);
  return [
    ...alone,
    ...pairs(given, (column, other) => [
      [column, 1],
      [notGiven(column), -1],
      [other, -1],
      [notGiven(other), 1],
    ]),
  ];
}

/** How a sum of columns is brought in doubt: what moves, what goes the opposite way for it, and whether people do. */
export interface Means {
  readonly lots: readonly Lot[];
  readonly back: readonly Lot[] | null;
  readonly movesPeople: boolean;
}

/** Whether a sum of columns is the number of people. */
export function isBase({ layer }: Linked, columns: readonly number[]): boolean {
  return columns === layer.base;
}

/** How a sum is brought in doubt: with the people of the units it touches, or with their answers alone. */
export type Moving = 'people' | 'answers';

/** Moves people where a sum is of people, or may be; otherwise their answers within each cell. */
export function meansWithin(linked: Linked, columns: readonly number[], moving: Moving): Means {
  const isOfSeveral = linked.identities.length > 0 && !isBase(linked, columns);
  return moving === 'people' && !isOfSeveral
    ? { lots: personLots(linked, columns), back: null, movesPeople: true }
    : { lots: answerLots(linked, columns), back: null, movesPeople: false };
}

/** The same where as many people of other kinds can go the opposite way, wherever in the units these may be. */
export function meansBetween(linked: Linked, columns: readonly number[], moving: Moving): Means {
  if (moving === 'people' || linked.identities.length > 0) return meansWithin(linked, columns, moving);
  const others = linked.layer.base.filter((column) => !columns.includes(column));
  return { lots: personLots(linked, columns), back: personLots(linked, others), movesPeople: false };
}

import type { Token } from './palette.ts';

/** How a line is drawn. */
export interface LineLook {
  readonly colour: Token;
  readonly width: number;
  readonly dash: readonly number[];
}

/** How a bar is filled: solid, hatched in two colours, or hollow. `words` is the colour of text on it, null where none is legible. */
export interface FillLook {
  readonly kind: 'solid' | 'hatch' | 'hollow';
  readonly colour: Token;
  readonly ground: Token;
  readonly words: Token | null;
}

const solid = (colour: Token, words: Token | null): FillLook => ({
  kind: 'solid',
  colour,
  ground: 'paper',
  words,
});
const hatch = (colour: Token, ground: Token): FillLook => ({ kind: 'hatch', colour, ground, words: null });
const hollow = (colour: Token): FillLook => ({ kind: 'hollow', colour, ground: 'paper', words: 'ink' });

const lineLooks: Readonly<Record<string, LineLook>> = {
  found: { colour: 'ink', width: 2.5, dash: [] },
  claimed: { colour: 'aw', width: 2.5, dash: [6, 4] },
  confirmed: { colour: 'ok', width: 3.5, dash: [] },
  whole: { colour: 'ink', width: 1.25, dash: [] },
};

const fillLooks: Readonly<Record<string, FillLook>> = {
  plain: solid('ink', 'paper'),
  found: solid('ink', 'paper'),
  confirmed: solid('ok', 'paper'),
  claimed: hatch('aw', 'awt'),
  in_hand: hollow('pr'),
  overdue: solid('ov', 'paper'),
  refused: solid('no', 'paper'),
  transferred: solid('tr', null),
  duplicate: solid('band', 'ink'),
  withdrawn: solid('band', 'ink'),
  very_satisfied: solid('g1', 'paper'),
  satisfied: solid('g2', 'paper'),
  fairly_satisfied: solid('g3', 'ink'),
  dissatisfied: hatch('g5', 'paper'),
  very_dissatisfied: solid('g5', 'paper'),
};

/** The fixed order of segments: the five grades from the best, the states from the settled to the handed over. */
const segmentOrder = Object.keys(fillLooks);

/** The look of a line; one without a look of its own is thin and grey. */
export function lineLook(name: string): LineLook {
  return lineLooks[name] ?? { colour: 'ink2', width: 1.5, dash: [] };
}

/** The look of a bar; one without a look of its own is ink. */
export function fillLook(name: string): FillLook {
  return fillLooks[name] ?? solid('ink', 'paper');
}

/** The two grades whose counts are printed beside the bar, because their segments are small. */
export const negativeGrades: readonly string[] = ['dissatisfied', 'very_dissatisfied'];

/**
 * Puts things in the fixed order of segments, unknown ones last.
 *
 * @example
 * inSegmentOrder(['dissatisfied', 'very_satisfied'], (look) => look); // => ['very_satisfied', 'dissatisfied']
 */
export function inSegmentOrder<Thing>(things: readonly Thing[], lookOf: (thing: Thing) => string): Thing[] {
  const placeOf = (thing: Thing) => {
    const place = segmentOrder.indexOf(lookOf(thing));
    return place === -1 ? segmentOrder.length : place;
  };
  return [...things].sort((a, b) => placeOf(a) - placeOf(b));
}

import type { answerSides, QuestionKind } from './record.ts';

/** On which side an answer counts; one in the middle counts on neither. */
export type Side = (typeof answerSides)[number]['code'];

/** How many answers, from the best on, are favourable, and how many, up to the worst, unfavourable. */
export interface Sides {
  readonly favourable: number;
  readonly unfavourable: number;
}

/** An answer that may say on which side it counts. */
interface Sided {
  readonly counts?: Side | undefined;
}

/** The five grades of 好差评 have their sides by rule, and no middle. */
export const sidesOfGrades: Sides = { favourable: 3, unfavourable: 2 };

const counted = (choices: readonly Sided[], side: Side) =>
  choices.filter(({ counts }) => counts === side).length;

/** The sides that answers claim for themselves. */
export function claimedSides(choices: readonly Sided[]): Sides {
  return {
    favourable: counted(choices, 'favourable'),
    unfavourable: counted(choices, 'unfavourable'),
  };
}

/**
 * On which side the answer at a place counts, of so many, best first.
 *
 * @example
 * sideAt(1, 5, { favourable: 2, unfavourable: 2 }); // => 'favourable'
 * sideAt(2, 5, { favourable: 2, unfavourable: 2 }); // => undefined
 */
export function sideAt(place: number, answers: number, sides: Sides): Side | undefined {
  if (place < sides.favourable) return 'favourable';
  return place >= answers - sides.unfavourable ? 'unfavourable' : undefined;
}

/** The rates of a scale, and the answers whose share each is. */
export const scaleMeasures = {
  favourable_rate: 'favourable',
  unfavourable_rate: 'unfavourable',
} as const satisfies Readonly<Record<string, Side>>;

/** The sides of a question's answers; null for a kind whose answers have none. */
export function sidesOf(question: {
  readonly kind: QuestionKind;
  readonly choices: readonly Sided[];
}): Sides | null {
  if (question.kind === 'grade') return sidesOfGrades;
  return question.kind === 'scale' ? claimedSides(question.choices) : null;
}

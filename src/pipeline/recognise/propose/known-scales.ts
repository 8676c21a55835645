import { plainText } from '../../../model/plain-text.ts';
import { sideAt, type Side, type Sides } from '../../../model/sides.ts';

/** A scale of answers that everybody uses, best or most first; each answer with the ways in which it is written. */
interface KnownScale {
  readonly name: string;
  /** Three good answers and two bad ones are the five grades; two of each about a middle a scale; other answers have no sides. */
  readonly kind: 'grade' | 'scale' | 'single';
  readonly answers: readonly (readonly string[])[];
}

/** The scales whose answers can fit both of them. */
const satisfactions: ReadonlySet<string> = new Set(['grades', 'satisfaction']);

const scales: readonly KnownScale[] = [
  {
    name: 'grades',
    kind: 'grade',
    answers: [
      ['非常满意', '很满意', 'Very satisfied'],
      ['满意', 'Satisfied'],
      ['基本满意', '比较满意', 'Basically satisfied', 'Fairly satisfied'],
      ['不满意', 'Dissatisfied'],
      ['非常不满意', '很不满意', 'Very dissatisfied'],
    ],
  },
  {
    name: 'satisfaction',
    kind: 'scale',
    answers: [
      ['非常满意', '很满意', 'Very satisfied', 'Extremely satisfied', 'Completely satisfied'],
      ['满意', '比较满意', '较满意', 'Satisfied', 'Somewhat satisfied', 'Fairly satisfied'],
      [
        '一般',
        '中立',
        '说不清',
        '尚可',
        '还可以',
        'Neutral',
        'Neither satisfied nor dissatisfied',
        'Neither satisfied or dissatisfied',
      ],
      ['不满意', '不太满意', '比较不满意', '较不满意', 'Dissatisfied', 'Somewhat dissatisfied'],
      ['非常不满意', '很不满意', 'Very dissatisfied', 'Extremely dissatisfied', 'Completely dissatisfied'],
    ],
  },
  {
    name: 'agreement',
    kind: 'scale',
    answers: [
      ['非常同意', '完全同意', '十分同意', 'Strongly agree', 'Totally agree', 'Completely agree'],
      ['同意', '比较同意', '基本同意', 'Agree', 'Somewhat agree'],
      [
        '一般',
        '中立',
        '不确定',
        '说不清',
        'Neutral',
        'Neither agree nor disagree',
        'Neither agree or disagree',
        'Undecided',
      ],
      ['不同意', '不太同意', '比较不同意', 'Disagree', 'Somewhat disagree'],
      [
        '非常不同意',
        '完全不同意',
        '十分不同意',
        'Strongly disagree',
        'Totally disagree',
        'Completely disagree',
      ],
    ],
  },
  {
    name: 'quality',
    kind: 'scale',
    answers: [
      ['非常好', '很好', '优秀', 'Excellent', 'Very good'],
      ['好', '较好', '比较好', '良好', 'Good'],
      ['一般', '中等', 'Fair', 'Average', 'Acceptable'],
      ['差', '较差', '比较差', '不好', 'Poor'],
      ['非常差', '很差', 'Very poor', 'Terrible'],
    ],
  },
  {
    name: 'stars',
    kind: 'scale',
    answers: [
      ['5 星', '5 星级', '五星', '★★★★★', '5 stars', 'Five stars'],
      ['4 星', '4 星级', '四星', '★★★★', '★★★★☆', '4 stars', 'Four stars'],
      ['3 星', '3 星级', '三星', '★★★', '★★★☆☆', '3 stars', 'Three stars'],
      ['2 星', '2 星级', '二星', '★★', '★★☆☆☆', '2 stars', 'Two stars'],
      ['1 星', '1 星级', '一星', '★', '★☆☆☆☆', '1 star', 'One star'],
    ],
  },
  {
    name: 'frequency',
    kind: 'single',
    answers: [
      ['总是', '一直', 'Always'],
      ['经常', '常常', 'Often', 'Usually', 'Very often', 'Frequently'],
      ['有时', '偶尔', 'Sometimes', 'Occasionally'],
      ['很少', 'Rarely', 'Seldom', 'Infrequently', 'Hardly ever'],
      ['从不', '从来不', 'Never'],
    ],
  },
  {
    name: 'yes-no',
    kind: 'single',
    answers: [
      ['是', '有', '会', 'Yes', 'Y', 'Sí', 'Oui', 'Ja'],
      ['否', '不是', '没有', '不会', 'No', 'N', 'Non', 'Nein'],
      ['不知道', '不清楚', '不确定', '不记得', 'Not sure', "I don't know", 'Don’t know', "I don't remember"],
    ],
  },
];

/** The place of each answer in its scale, by how the answer is compared. */
const places: ReadonlyMap<KnownScale, ReadonlyMap<string, number>> = new Map(
  scales.map((scale) => {
    const words = scale.answers.flatMap((answer, place) =>
      answer.map((word) => [plainText(word), place] as const),
    );
    return [scale, new Map(words)];
  }),
);

function placeOf(answer: string, scale: KnownScale): number {
  return places.get(scale)?.get(plainText(answer)) ?? -1;
}

/** The fewest answers by which a scale of five is known: two could be chance. */
const fewest = 3;

function fits(answers: readonly string[], scale: KnownScale): boolean {
  const isWhole = scale.answers.length === 5 ? answers.length >= fewest : answers.length >= 2;
  // Of a thousand different answers two would be the same place: none of them need be looked up.
  if (!isWhole || answers.length > scale.answers.length) return false;
  const taken = answers.map((answer) => placeOf(answer, scale));
  return !taken.includes(-1) && new Set(taken).size === taken.length;
}

const isHan = (text: string) => /\p{Script=Han}/u.test(text);

/** The two answers of each side of a scale of five, about its middle. */
const ofFive: Sides = { favourable: 2, unfavourable: 2 };

/** A scale that answers belong to. */
export interface FoundScale {
  readonly name: string;
  readonly kind: KnownScale['kind'];
  /** The answers in its order. */
  readonly ordered: readonly string[];
  /** All that it has: in the words of the answers where they are given, else in those that are usual in their script. */
  readonly whole: readonly string[];
  /** On which side an answer counts; nothing for a middle, and where there are no sides. */
  readonly sideOf: (answer: string) => Side | undefined;
  /** Whether the answers, of which none tells a middle from none, could as well be of another scale. */
  readonly couldBeOther: boolean;
}

/** Answers in Chinese that fit both are taken for the five grades of 好差评; in other languages hardly anybody has these. */
function likeliest(answers: readonly string[], fitting: readonly KnownScale[]): KnownScale | undefined {
  return fitting.find(({ kind }) => kind !== 'grade' || fitting.length === 1 || isHan(answers.join('')));
}

/**
 * The scale that answers belong to, with them in its order; null if they belong to none. Every answer must be one of
 * the scale's, and two of them may not be the same place of it. Where several fit it is the one that other questions of the
 * same survey have, if any is named.
 *
 * @example
 * knownScale(['Disagree', 'Strongly agree', 'Agree'])?.name; // => 'agreement'
 * knownScale(['满意', '不满意', '基本满意', '非常满意'])?.kind; // => 'grade'
 * knownScale(['满意', '不满意', '一般', '非常满意'])?.kind; // => 'scale'
 * knownScale(['满意', '不满意', '非常满意'], 'satisfaction')?.kind; // => 'scale'
 */
export function knownScale(answers: readonly string[], preferred?: string): FoundScale | null {
  const fitting = scales.filter((scale) => fits(answers, scale));
  const own = fitting.find(({ name }) => name === preferred);
  const scale = own ?? likeliest(answers, fitting);
  if (scale === undefined) return null;
  const taken = answers.map((answer) => placeOf(answer, scale));
  const usual = (words: readonly string[]) =>
    words.find((word) => isHan(word) === isHan(answers[0] ?? '')) ?? words[0] ?? '';
  return {
    name: scale.name,
    kind: scale.kind,
    ordered: answers.toSorted((a, b) => placeOf(a, scale) - placeOf(b, scale)),
    whole: scale.answers.map((words, place) => answers[taken.indexOf(place)] ?? usual(words)),
    sideOf: (answer) =>
      scale.kind === 'scale' ? sideAt(placeOf(answer, scale), scale.answers.length, ofFive) : undefined,
    couldBeOther: own === undefined && fitting.length > 1,
  };
}

/** The scale of satisfaction that questions of a survey have for certain, if any has: some of their answers fit no other. */
export function certainScale(questions: readonly (readonly string[])[]): string | undefined {
  const known = questions.map((answers) => knownScale(answers));
  return known.find((one) => one?.couldBeOther === false && satisfactions.has(one.name))?.name;
}

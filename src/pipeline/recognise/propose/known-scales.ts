import { plainText } from '../../../model/plain-text.ts';

/** A scale of answers that everybody uses, best or most first; each answer with the ways in which it is written. */
interface KnownScale {
  readonly name: string;
  /** Only a scale of three positive and two negative answers is a five-grade rating; a middle answer is neither. */
  readonly kind: 'grade' | 'single';
  readonly answers: readonly (readonly string[])[];
}

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
    kind: 'single',
    answers: [
      ['非常满意', '很满意', 'Very satisfied', 'Extremely satisfied', 'Completely satisfied'],
      ['满意', '比较满意', '较满意', 'Satisfied', 'Somewhat satisfied', 'Fairly satisfied'],
      ['一般', '中立', '说不清', 'Neutral', 'Neither satisfied nor dissatisfied'],
      ['不满意', '不太满意', '比较不满意', '较不满意', 'Dissatisfied', 'Somewhat dissatisfied'],
      ['非常不满意', '很不满意', 'Very dissatisfied', 'Extremely dissatisfied', 'Completely dissatisfied'],
    ],
  },
  {
    name: 'agreement',
    kind: 'single',
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
    kind: 'single',
    answers: [
      ['非常好', '很好', '优秀', 'Excellent', 'Very good'],
      ['好', '较好', '比较好', '良好', 'Good'],
      ['一般', '中等', 'Fair', 'Average', 'Acceptable'],
      ['差', '较差', '比较差', '不好', 'Poor'],
      ['非常差', '很差', 'Very poor', 'Terrible'],
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

function placeOf(answer: string, { answers }: KnownScale): number {
  return answers.findIndex((words) => words.some((word) => plainText(word) === plainText(answer)));
}

/** The fewest answers by which a scale of five is known: two could be chance. */
const fewest = 3;

/**
 * The scale that answers belong to, with them in its order; null if they belong to none. Every answer must be one of
 * the scale's, and two of them may not be the same place of it.
 *
 * @example
 * knownScale(['Disagree', 'Strongly agree', 'Agree'])?.name; // => 'agreement'
 * knownScale(['满意', '不满意', '基本满意', '非常满意'])?.kind; // => 'grade'
 */
export function knownScale(
  answers: readonly string[],
): { name: string; kind: 'grade' | 'single'; ordered: string[]; whole: readonly string[] } | null {
  for (const scale of scales) {
    const places = answers.map((answer) => placeOf(answer, scale));
    const isWhole = scale.answers.length === 5 ? answers.length >= fewest : answers.length >= 2;
    if (!isWhole || places.some((place) => place < 0) || new Set(places).size < places.length) continue;
    const ordered = answers.toSorted((a, b) => placeOf(a, scale) - placeOf(b, scale));
    const whole = scale.answers.map((words, place) => answers[places.indexOf(place)] ?? words[0] ?? '');
    return { name: scale.name, kind: scale.kind, ordered, whole };
  }
  return null;
}

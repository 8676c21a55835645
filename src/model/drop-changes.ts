import type { MeasureKind } from './measure.ts';
import type { Code } from './record.ts';

/*
 * What a drop changes: the public tables as they would be, beside those that are public now. Staff see it before they
 * publish; nothing of it is published.
 */

/** Texts in the languages of the programme, by language. */
export type Texts = Readonly<Record<string, string>>;

/** How many there are of a kind, and the first of them. */
export interface Listed<T> {
  readonly count: number;
  readonly first: readonly T[];
}

/** What can become of a finding, in the order in which it is told. */
export const findingChangeKinds = [
  { code: 'vanished', zh: '不见了', en: 'vanished' },
  { code: 'reopened', zh: '退回重改', en: 'sent back' },
  { code: 'corrected', zh: '更正', en: 'corrected' },
  { code: 'new', zh: '新发现', en: 'new' },
  { code: 'sent', zh: '新反馈部门', en: 'newly sent to the department' },
  { code: 'claimed', zh: '部门新称已整改', en: 'newly said fixed' },
  { code: 'confirmed', zh: '新确认已整改', en: 'newly confirmed fixed' },
  { code: 'refused', zh: '新不采纳', en: 'newly refused' },
  { code: 'transferred', zh: '新转交', en: 'newly transferred' },
  { code: 'duplicate', zh: '新判为重复', en: 'newly a duplicate' },
  { code: 'withdrawn', zh: '新撤回', en: 'newly withdrawn' },
  { code: 'overdue', zh: '新逾期', en: 'newly overdue' },
] as const satisfies readonly Code[];

export type FindingChangeKind = (typeof findingChangeKinds)[number]['code'];

/** One fact of a finding that is another now: a column of `findings.csv`, or a step by its kind with its day. */
export interface CorrectedField {
  readonly column: string;
  readonly before: string;
  /** '' where it is gone. */
  readonly after: string;
}

/** A finding that changes. Its status is '' on the side on which it is not. */
export interface FindingChange {
  readonly finding_id: string;
  readonly kind: string;
  readonly title: Texts;
  readonly department_id: string;
  readonly department: Texts;
  readonly before: string;
  readonly after: string;
  /** What is corrected in it. */
  readonly fields: readonly CorrectedField[];
}

/** A count on both sides; null where it is not public. */
export interface CountChange {
  readonly before: number | null;
  readonly after: number | null;
}

/** How many answered a question. */
export interface QuestionChange extends CountChange {
  readonly question_id: string;
  readonly text: Texts;
}

/** Whom or what a number is about. */
export interface ChangedSubject {
  readonly subject_kind: string;
  readonly subject_id: string;
  /** Its name; empty for the whole programme and where the lists have none. */
  readonly subject: Texts;
}

/** A figure of all time that moves more than its interval or swings. */
export interface FigureChange extends ChangedSubject {
  readonly measure: string;
  /** '' for figures that are not of the survey. */
  readonly question_id: string;
  readonly before: number;
  /** The interval that was public; null for a figure without one. */
  readonly low: number | null;
  readonly high: number | null;
  readonly after: number;
}

/** A unit of the survey of which numbers are withheld that were not, or the other way round. */
export interface CellChange extends ChangedSubject {
  readonly period: string;
  /** The questions that they belong to; none where only numbers of all questions together do. */
  readonly questions: readonly string[];
  /** How many numbers of `answers.csv` and `figures.csv`. */
  readonly cells: number;
}

/** What is public now: the last release, or else a built site; null where nothing is. */
export type Live =
  | {
      readonly kind: 'release';
      readonly release: number;
      readonly version: string;
      readonly published_on: string;
      readonly cutoff: string;
    }
  | { readonly kind: 'site'; readonly site: string; readonly cutoff: string };

/** Everything that is different, for showing before anything is published. */
export interface DropChanges {
  /** What it was compared with; null for a first publication. */
  readonly live: Live | null;
  /** The cut-off of the new state. */
  readonly cutoff: string;
  readonly findings: Readonly<Record<FindingChangeKind, Listed<FindingChange>>>;
  readonly responses: CountChange;
  readonly visits: CountChange;
  /** The questions whose number of answers is another. */
  readonly questions: readonly QuestionChange[];
  /** Changes so large that somebody should look whether they can be true. */
  readonly swings: Listed<FigureChange>;
  /** The other figures that leave the interval in which they were public, those that move farthest first. */
  readonly moved: Listed<FigureChange>;
  readonly withheld: Listed<CellChange>;
  readonly shown: Listed<CellChange>;
}

/**
 * From where on a change is told as a swing. Chosen so that a drop as usual shows few, and a half-empty export, a
 * department in the place of another or a survey read twice shows at once.
 */
export const swing = {
  /** A rate: so many of a hundred. */
  rate: 0.1,
  /** Anything else: so large a part of what it was. */
  part: 0.5,
  /** What is counted once and for ever: not fewer than so many. */
  count: 10,
} as const;

/** What is counted once and for ever. How many stand at some point of their way goes up and down by itself. */
const growing: readonly string[] = ['found', 'commendations', 'responses', 'visits', 'answered'];

/**
 * Whether somebody should look at so large a change. Less than before of what can only grow is one, however little.
 *
 * @example
 * isSwing({ measure: 'confirmed_rate', kind: 'rate' }, 0.94, 0.61); // => true
 * isSwing({ measure: 'found', kind: 'count' }, 40, 52); // => false
 * isSwing({ measure: 'found', kind: 'count' }, 40, 39); // => true
 * isSwing({ measure: 'open', kind: 'count' }, 40, 80); // => false
 */
export function isSwing(
  { measure, kind }: { readonly measure: string; readonly kind: MeasureKind },
  before: number,
  after: number,
): boolean {
  const moved = Math.abs(after - before);
  if (kind === 'rate') return moved >= swing.rate;
  const isLarge = moved >= swing.part * Math.abs(before);
  if (kind !== 'count') return isLarge;
  return growing.includes(measure) && (after < before || (isLarge && moved >= swing.count));
}

/** Whether nothing at all is different. */
export function changesNothing(changes: DropChanges): boolean {
  const { findings, questions, swings, moved, withheld, shown, responses, visits } = changes;
  const isSame = ({ before, after }: CountChange) => before === after;
  const lists = [...Object.values(findings), swings, moved, withheld, shown];
  return (
    lists.every(({ count }) => count === 0) && questions.length === 0 && isSame(responses) && isSame(visits)
  );
}

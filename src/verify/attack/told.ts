import { unitKey } from '../../model/survey-table.ts';
import { cell, numberIn, type Row } from '../read-table.ts';
import { countsOfRate, rateAndBase } from './rates.ts';
import type { Range } from './knowledge.ts';

/** The responses themselves, beside the questions. */
export const responses = '';

/** How many answered a question, or responded at all, beside the columns of the single answers. */
export const people = '|people';

/** How responses came about; the last two are sums that figures tell. */
export const origins = ['active', 'prompted', 'default', 'unstated'] as const;
export const explained = '|explained';
export const rated = '|rated';

/** A question as `questions.csv` has it, with its answers in their order. */
export interface Asked {
  readonly question: string;
  readonly kind: string;
  /** Best first, where they have sides. */
  readonly answers: readonly string[];
  /** How many of the first answers are favourable, and how many of the last unfavourable; none where they have no sides. */
  readonly favourable: number;
  readonly unfavourable: number;
}

/** What a published row tells of one unit: a sum of columns, each times its factor, lies between two numbers. */
export interface Told extends Range {
  readonly unit: string;
  readonly question: string;
  readonly columns: readonly string[];
  readonly factors: readonly number[];
}

/** The unit of a row. */
export function unitOf(row: Row): string {
  return unitKey({
    subject_kind: cell(row, 'subject_kind'),
    subject_id: cell(row, 'subject_id'),
    period: cell(row, 'period'),
  });
}

function sum(row: Row, columns: readonly string[], { low, high }: Range, factors?: readonly number[]): Told {
  return {
    unit: unitOf(row),
    question: cell(row, 'question_id'),
    columns,
    factors: factors ?? columns.map(() => 1),
    low,
    high,
  };
}

const exactly = (value: number): Range => ({ low: value, high: value });

/** A cell that should hold a number; null where it is blank or holds anything else. */
function plainNumber(row: Row, column: string): number | null {
  const number = numberIn(row, column);
  return number === null || Number.isNaN(number) ? null : number;
}

/** The people behind a count, behind words such as “<10”, or behind a rate that stands without a count. */
function counted(row: Row, columns: readonly string[], rate: 'share' | 'value'): Told[] {
  const below = /^[<＜]\s*(\d+)$/.exec(cell(row, 'count'))?.[1];
  if (below !== undefined) return [sum(row, columns, { low: 1, high: Number(below) - 1 })];
  const [count, base, share, low, high] = ['count', 'base', rate, 'low', 'high'].map((column) =>
    plainNumber(row, column),
  );
  if (count != null) return [sum(row, columns, exactly(count))];
  if (share != null && base != null) return [sum(row, columns, countsOfRate(share, base))];
  if (low == null || high == null) return [];
  const behind = rateAndBase(low, high);
  return behind === null
    ? []
    : [sum(row, columns, exactly(behind.count)), sum(row, [people], exactly(behind.base))];
}

function based(row: Row, column: string): Told[] {
  const base = plainNumber(row, 'base');
  return base === null ? [] : [sum(row, [column], exactly(base))];
}

const gradeParts: Readonly<Record<string, readonly [from: number, to: number]>> = {
  positive_rate: [0, 3],
  negative_rate: [3, 5],
  top_two_rate: [0, 2],
};

/** The answers whose share a rate is; null for a measure that is no rate of answers. */
function partOf(measure: string, { answers, favourable, unfavourable }: Asked): readonly string[] | null {
  const range = gradeParts[measure];
  if (range !== undefined) return answers.slice(...range);
  if (measure === 'favourable_rate') return answers.slice(0, favourable);
  return measure === 'unfavourable_rate' ? answers.slice(answers.length - unfavourable) : null;
}

const lowestPromoter = 9;
const highestDetractor = 6;

/** What one answer adds to a net promoter score, which is a percentage. */
const percentOf = (score: number) => (score >= lowestPromoter ? 100 : score <= highestDetractor ? -100 : 0);

/** What an average tells: with its base, the sum of what it is the average of. */
function averaged(row: Row, columns: readonly string[], scores: readonly number[]): Told[] {
  const [base, value] = [plainNumber(row, 'base'), plainNumber(row, 'value')];
  if (base === null || value === null) return [];
  const dust = base * 5e-7;
  return [sum(row, columns, { low: base * value - dust, high: base * value + dust }, scores)];
}

/** What a row of `answers.csv` tells. */
export function toldByAnswer(row: Row): Told[] {
  return [...counted(row, [cell(row, 'answer_id')], 'share'), ...based(row, people)];
}

/** What a survey row of `figures.csv` tells. */
export function toldByFigure(row: Row, asked: ReadonlyMap<string, Asked>): Told[] {
  const measure = cell(row, 'measure');
  switch (measure) {
    case 'responses':
      return counted(row, [people], 'value');
    case 'active_share':
      return [...counted(row, ['active'], 'value'), ...based(row, explained)];
    case 'evaluation_rate':
      return counted(row, [rated], 'value');
  }
  if (measure === 'answered') return counted(row, [people], 'value');
  const question = asked.get(cell(row, 'question_id'));
  if (question === undefined) return [];
  const { answers, unfavourable } = question;
  const part = partOf(measure, question);
  if (part !== null) return [...counted(row, part, 'value'), ...based(row, people)];
  if (measure === 'mean_score') {
    const scores = answers.map((_, place) => (unfavourable > 0 ? answers.length - place : place));
    return [...averaged(row, answers, scores), ...based(row, people)];
  }
  if (measure !== 'net_promoter_score') return [];
  const sides = answers.map((_, score) => percentOf(score));
  return [...averaged(row, answers, sides), ...based(row, people)];
}

import type { EarlierSurvey, PublishedText } from '../../model/earlier-survey.ts';
import type { Question } from '../../model/settings.ts';
import { scaleMeasures, type Side } from '../../model/sides.ts';
import { unitKey } from '../../model/survey-table.ts';
import { responseLayer } from './survey-layers.ts';

/** A number that a published row tells: of which unit and layer, the sum of which parts; no parts for how many people. */
export interface ToldNumber {
  readonly unit: string;
  readonly layer: string;
  readonly parts: readonly string[] | null;
  readonly value: number;
  /** Where it stands, in a message. */
  readonly where: string;
}

/** A number that an earlier release told. */
export interface ReleasedNumber extends ToldNumber {
  readonly release: number;
}

const gradeParts: Readonly<Record<string, readonly [from: number, to: number]>> = {
  positive_rate: [0, 3],
  negative_rate: [3, 5],
  top_two_rate: [0, 2],
};

const scaleParts: Readonly<Record<string, Side>> = scaleMeasures;

type Parts = Pick<ToldNumber, 'layer' | 'parts'> & { readonly column: 'count' | 'base' };

/** Figures whose base is the people who answered; that of a drift, say, is a number of periods. */
const onBase: ReadonlySet<string> = new Set(['mean_score', 'net_promoter_score']);

/** The answers whose share a rate is; null for a measure that is no rate of answers. */
function partOf(measure: string, { choices }: Question): Question['choices'] | null {
  const range = gradeParts[measure];
  if (range !== undefined) return choices.slice(...range);
  const side = scaleParts[measure];
  return side === undefined ? null : choices.filter(({ counts }) => counts === side);
}

/** What the count and the base of a survey measure are sums of; nothing for figures that are no survey's. */
function partsOf(
  measure: string,
  question: string,
  questions: ReadonlyMap<string, Question>,
): readonly Parts[] {
  const response = (column: 'count' | 'base', parts: readonly string[] | null): Parts => ({
    layer: responseLayer,
    parts,
    column,
  });
  switch (measure) {
    case 'responses':
      return [response('count', null)];
    case 'active_share':
      return [response('count', ['active']), response('base', ['explained'])];
    case 'evaluation_rate':
      return [response('count', ['rated'])];
  }
  const asked = questions.get(question);
  if (asked === undefined) return [];
  if (measure === 'answered') return [{ layer: question, parts: null, column: 'count' }];
  const all: Parts = { layer: question, parts: null, column: 'base' };
  const part = partOf(measure, asked);
  if (part === null) return onBase.has(measure) ? [all] : [];
  return [all, { layer: question, parts: part.map(({ id }) => id), column: 'count' }];
}

const unitOf = (row: PublishedText) =>
  unitKey({
    subject_kind: row['subject_kind'] ?? '',
    subject_id: row['subject_id'] ?? '',
    period: row['period'] ?? '',
  });

function told(row: PublishedText, where: string, parts: readonly Parts[]): ToldNumber[] {
  return parts.flatMap(({ layer, parts: names, column }) => {
    const text = row[column] ?? '';
    return text === ''
      ? []
      : [{ unit: unitOf(row), layer, parts: names, value: Number(text), where: `${where} ${column}` }];
  });
}

/** The numbers of people that rows of `answers.csv` tell. */
export function toldByAnswers(rows: readonly PublishedText[]): ToldNumber[] {
  return rows.flatMap((row) => {
    const layer = row['question_id'] ?? '';
    const answer = row['answer_id'] ?? '';
    return told(row, `answers.csv ${layer} ${unitOf(row)} ${answer}`, [
      { layer, parts: [answer], column: 'count' },
      { layer, parts: null, column: 'base' },
    ]);
  });
}

/** The numbers of people that the survey's rows of `figures.csv` tell. */
export function toldByFigures(rows: readonly PublishedText[], questions: readonly Question[]): ToldNumber[] {
  const byId = new Map(questions.map((question) => [question.id, question]));
  return rows.flatMap((row) => {
    const [measure = '', question = ''] = [row['measure'], row['question_id']];
    return told(row, `figures.csv ${measure} ${question} ${unitOf(row)}`, partsOf(measure, question, byId));
  });
}

/**
 * Every number of the survey that earlier releases told. The rates of a scale are left out: they are sums of answers that the same
 * release told one by one, and on which side an answer counts may have been settled otherwise since.
 */
export function toldByReleases(
  earlier: readonly EarlierSurvey[],
  questions: readonly Question[],
): ReleasedNumber[] {
  const isOfScale = (row: PublishedText) => Object.hasOwn(scaleMeasures, row['measure'] ?? '');
  return earlier.flatMap(({ release, answers, figures }) =>
    [
      ...toldByAnswers(answers),
      ...toldByFigures(
        figures.filter((row) => !isOfScale(row)),
        questions,
      ),
    ].map((number): ReleasedNumber => ({
      ...number,
      release,
    })),
  );
}

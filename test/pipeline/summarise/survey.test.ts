import { describe, expect, it } from 'vitest';
import type { Figure } from '../../../src/model/figure.ts';
import type { Question } from '../../../src/model/settings.ts';
import type { ProtectedAnswers } from '../../../src/model/tally.ts';
import { answerCounts, questionFigures, responseFigures } from '../../../src/pipeline/summarise/survey.ts';
import { unitAt } from '../../../src/model/survey-table.ts';
import { smallSettings } from '../small-settings.ts';
import { fc } from '../../seeded-checks.ts';

const tax = unitAt(['department'], ['tax']);
const everyone = unitAt([], []);
const smallUnit = 30;

const { questions } = smallSettings();
const question = (id: string) => {
  const found = questions.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no question ${id}`);
  return found;
};

/** A scale of five answers about a middle. */
const care: Question = {
  id: 'care',
  survey: 's',
  kind: 'scale',
  names: { zh: '护士照护得好吗？' },
  choices: [
    { id: 'a', names: {}, counts: 'favourable' },
    { id: 'b', names: {}, counts: 'favourable' },
    { id: 'c', names: {} },
    { id: 'd', names: {}, counts: 'unfavourable' },
    { id: 'e', names: {}, counts: 'unfavourable' },
  ],
};

const all = (
  counts: Readonly<Record<string, number>>,
  base = Object.values(counts).reduce((a, b) => a + b, 0),
): ProtectedAnswers => ({
  shown: 'all',
  base,
  counts: new Map(Object.entries(counts)),
});

/** Figures by measure, without their heading. */
function byMeasure(figures: readonly Figure[]) {
  return Object.fromEntries(
    figures.map(({ measure, count, base, value, low, high, status }) => [
      measure,
      { count, base, value, low, high, status },
    ]),
  );
}

const withheld = { count: null, base: null, value: null, low: null, high: null, status: 'withheld' };
const noCases = { count: null, base: 0, value: null, low: null, high: null, status: 'no_cases' };

const hundred = all({
  very_satisfied: 40,
  satisfied: 30,
  fairly_satisfied: 20,
  dissatisfied: 6,
  very_dissatisfied: 4,
});

describe('questionFigures', () => {
  it('counts three grades as positive and two as negative, and scores them 5 to 1', () => {
    // Wilson, 95 %: 90, 10 and 70 of 100; mean 396 / 100.
    expect(byMeasure(questionFigures(question('overall'), tax, hundred, smallUnit))).toMatchObject({
      answered: { count: 100, base: null, value: 100, status: 'shown' },
      positive_rate: { count: 90, base: 100, value: 0.9, low: 0.825634, high: 0.944771, status: 'shown' },
      negative_rate: { count: 10, base: 100, value: 0.1, low: 0.055229, high: 0.174366, status: 'shown' },
      top_two_rate: { count: 70, base: 100, value: 0.7, status: 'shown' },
      mean_score: { base: 100, value: 3.96, status: 'shown' },
    });
  });

  it('counts the two sides of a scale, its middle in neither, under names of their own', () => {
    // Wilson, 95 %: 70 and 10 of 100; mean 396 / 100.
    const figures = byMeasure(
      questionFigures(care, tax, all({ a: 40, b: 30, c: 20, d: 6, e: 4 }), smallUnit),
    );
    expect(figures).toMatchObject({
      answered: { count: 100, base: null, value: 100, status: 'shown' },
      favourable_rate: { count: 70, base: 100, value: 0.7, low: 0.604151, high: 0.781051, status: 'shown' },
      unfavourable_rate: { count: 10, base: 100, value: 0.1, low: 0.055229, high: 0.174366, status: 'shown' },
      mean_score: { base: 100, value: 3.96, status: 'shown' },
    });
    expect(Object.keys(figures)).not.toContain('positive_rate');
  });

  it('withholds the rates of a scale with its answers', () => {
    const { answered, ...rates } = byMeasure(
      questionFigures(care, tax, { shown: 'base', base: 12 }, smallUnit),
    );
    expect(answered).toMatchObject({ count: 12 });
    expect(Object.keys(rates)).toEqual(['favourable_rate', 'unfavourable_rate', 'mean_score']);
    for (const one of Object.values(rates)) expect(one).toEqual({ ...withheld, base: 12 });
  });

  it('takes the net promoter score from 9–10 less 0–6', () => {
    const figures = byMeasure(
      questionFigures(
        question('recommend'),
        everyone,
        all({ '10': 30, '9': 20, '8': 20, '7': 10, '6': 15, '0': 5 }),
        smallUnit,
      ),
    );
    expect(figures['net_promoter_score']).toMatchObject({ base: 100, value: 30, status: 'shown' });
    expect(figures['mean_score']).toMatchObject({ base: 100, value: (300 + 180 + 160 + 70 + 90) / 100 });
  });

  it('gives no mean and no net promoter score of a small unit: their decimals would tell who answered what', () => {
    const figures = byMeasure(
      questionFigures(question('recommend'), tax, all({ '10': 20, '5': 9 }), smallUnit),
    );
    const none = { base: 29, value: null, low: null, high: null, status: 'too_few' };
    expect(figures['mean_score']).toMatchObject(none);
    expect(figures['net_promoter_score']).toMatchObject(none);
  });

  it('has nothing but the number of people for choices', () => {
    expect(
      byMeasure(
        questionFigures(question('troubles'), everyone, all({ queue: 30, papers: 25 }, 40), smallUnit),
      ),
    ).toEqual({
      answered: { count: 40, base: null, value: 40, low: null, high: null, status: 'shown' },
    });
  });

  it.each([
    { description: 'nobody answered', given: undefined, answered: noCases, rate: noCases },
    { description: 'nobody could be counted', given: all({}), answered: noCases, rate: noCases },
    {
      description: 'nothing is shown',
      given: { shown: 'nothing' } as const,
      answered: withheld,
      rate: withheld,
    },
    {
      description: 'only the number is shown',
      given: { shown: 'base', base: 12 } as const,
      answered: { count: 12, base: null, value: 12, low: null, high: null, status: 'shown' },
      rate: { ...withheld, base: 12 },
    },
  ])('where $description, says so in every measure', ({ given, answered, rate }) => {
    const { answered: number, ...rates } = byMeasure(
      questionFigures(question('overall'), tax, given, smallUnit),
    );
    expect(number).toEqual(answered);
    expect(Object.keys(rates)).toEqual(['positive_rate', 'negative_rate', 'top_two_rate', 'mean_score']);
    for (const one of Object.values(rates)) expect(one).toEqual(rate);
  });

  it('is about the programme, or a department', () => {
    expect(questionFigures(question('trips'), everyone, undefined, smallUnit)[0]).toMatchObject({
      subject_kind: 'programme',
      subject_id: 'all',
      period: 'all',
      question_id: 'trips',
    });
    expect(questionFigures(question('trips'), tax, undefined, smallUnit)[0]).toMatchObject({
      subject_kind: 'department',
      subject_id: 'tax',
    });
  });
});

describe('answerCounts', () => {
  it('has a row for each answer in its place, those nobody gave too', () => {
    const rows = answerCounts(question('troubles'), everyone, all({ queue: 30, papers: 10 }, 40));
    expect(
      rows.map(({ answer_id, place, count, base, share, status }) => [
        answer_id,
        place,
        count,
        base,
        share,
        status,
      ]),
    ).toEqual([
      ['queue', 1, 30, 40, 0.75, 'shown'],
      ['papers', 2, 10, 40, 0.25, 'shown'],
      ['other', 3, 0, 40, 0, 'shown'],
    ]);
    expect(rows[2]).toMatchObject({ low: 0 });
  });

  it.each([
    { given: undefined, expected: { base: 0, status: 'no_cases' } },
    { given: all({}), expected: { base: 0, status: 'no_cases' } },
    { given: { shown: 'nothing' } as const, expected: { base: null, status: 'withheld' } },
    { given: { shown: 'base', base: 12 } as const, expected: { base: 12, status: 'withheld' } },
  ])('has no count, no share and no interval where it is $expected.status', ({ given, expected }) => {
    for (const row of answerCounts(question('overall'), tax, given))
      expect(row).toMatchObject({ count: null, share: null, low: null, high: null, ...expected });
  });
});

describe('responseFigures', () => {
  const responses = all({
    'active|known': 30,
    'prompted|known': 20,
    'default|known': 50,
    'active|unknown': 10,
    '|unknown': 5,
  });

  it('holds active ratings against all of known origin, and ratings against the transactions of their months', () => {
    expect(byMeasure(responseFigures(tax, responses, 1000, 10))).toMatchObject({
      responses: { count: 115, value: 115, status: 'shown' },
      active_share: { count: 40, base: 110, value: 0.363636, status: 'shown' },
      evaluation_rate: { count: 50, base: 1000, value: 0.05, status: 'shown' },
    });
  });

  it.each([
    {
      description: 'no transactions are known',
      transactions: 0,
      expected: { count: 0, base: 0, value: null, status: 'no_cases' },
    },
    {
      description: 'too few transactions to judge',
      transactions: 9,
      given: all({ 'active|known': 3 }),
      expected: { value: null, status: 'too_few' },
    },
    {
      description: 'there are more ratings than transactions',
      transactions: 49,
      expected: { count: 50, base: 49, value: null, status: 'not_estimable' },
    },
  ])('where $description, gives no rate', ({ transactions, given = responses, expected }) => {
    expect(byMeasure(responseFigures(tax, given, transactions, 10))['evaluation_rate']).toMatchObject(
      expected,
    );
  });

  it('gives no share of own initiative where fewer than ten say how they came to answer', () => {
    const few = all({ 'active|known': 4, 'prompted|known': 5, '|known': 40 });
    expect(byMeasure(responseFigures(tax, few, null, 10))).toEqual({
      responses: { count: 49, base: null, value: 49, low: null, high: null, status: 'shown' },
      active_share: withheld,
    });
  });

  it.each([
    { given: undefined, expected: noCases },
    { given: { shown: 'nothing' } as const, expected: withheld },
  ])('says $expected.status in all', ({ given, expected }) => {
    for (const figure of Object.values(byMeasure(responseFigures(tax, given, 1000, 10))))
      expect(figure).toEqual(expected);
  });
});

describe('survey figures, whatever the counts', () => {
  it('are finite, within their bounds and their interval, or say why not', () => {
    const count = fc.oneof(fc.constantFrom(0, 1, 2, 10), fc.integer({ min: 0, max: 2000 }));
    const counts = (ids: readonly string[]) =>
      fc
        .tuple(...ids.map(() => count))
        .map((list) => Object.fromEntries(ids.map((id, place) => [id, list[place] ?? 0])));
    const asked = fc.constantFrom(...questions.filter(({ kind }) => kind !== 'text' && kind !== 'multiple'));
    fc.assert(
      fc.property(
        asked.chain((one) => fc.tuple(fc.constant(one), counts(one.choices.map(({ id }) => id)))),
        ([one, given]) => {
          const figures = questionFigures(one, everyone, all(given), smallUnit);
          for (const { status, value, low, high } of figures) {
            for (const number of [value, low, high])
              expect(number === null || Number.isFinite(number)).toBe(true);
            expect(value === null).toBe(status !== 'shown');
            if (value !== null && low !== null && high !== null)
              expect(low <= value + 1e-6 && value <= high + 1e-6).toBe(true);
          }
          for (const { share, low, high } of answerCounts(one, everyone, all(given)))
            for (const number of [share, low, high])
              expect(number === null || (number >= 0 && number <= 1)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});

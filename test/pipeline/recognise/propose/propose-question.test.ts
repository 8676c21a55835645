import { describe, expect, it } from 'vitest';
import type { Observed } from '../../../../src/pipeline/recognise/propose/observe.ts';
import { proposeAnswers } from '../../../../src/pipeline/recognise/propose/propose-question.ts';
import { severalAnswers } from '../../../../src/pipeline/recognise/propose/several-answers.ts';
import { fc } from '../../../seeded-checks.ts';

function observed(counts: Readonly<Record<string, number>>): Observed {
  return {
    filled: Object.values(counts).reduce((sum, count) => sum + count, 0),
    counts: new Map(Object.entries(counts)),
    isComplete: true,
    longest: Math.max(0, ...Object.keys(counts).map((cell) => cell.length)),
  };
}

const propose = (counts: Readonly<Record<string, number>>, wording = 'Q', separator?: string) =>
  proposeAnswers(wording, observed(counts), separator);

describe('proposeAnswers', () => {
  it.each([
    { description: 'nothing', counts: {}, expected: { is: 'empty' } },
    {
      description: 'the five grades of a rating, one of them never given, best first',
      counts: { 不满意: 3, 非常满意: 40, 满意: 20, 基本满意: 5 },
      expected: { kind: 'grade', answers: ['非常满意', '满意', '基本满意', '不满意', '非常不满意'] },
    },
    {
      description: 'a scale with a middle, which is no rating by grades',
      counts: { 一般: 10, 满意: 10, 非常满意: 5, 不满意: 1 },
      expected: {
        kind: 'scale',
        scale: 'satisfaction',
        answers: ['非常满意', '满意', '一般', '不满意', '非常不满意'],
        couldBeOther: false,
      },
    },
    {
      description:
        'answers in which nobody gave a middle, in Chinese the five grades, though they could be others',
      counts: { 不满意: 3, 非常满意: 40, 满意: 20 },
      expected: { kind: 'grade', couldBeOther: true },
    },
    {
      description: 'the same in English, where the five grades are hardly anybody’s, a scale',
      counts: { Dissatisfied: 3, 'Very satisfied': 40, Satisfied: 20 },
      expected: {
        kind: 'scale',
        couldBeOther: true,
        answers: ['Very satisfied', 'Satisfied', 'Neutral', 'Dissatisfied', 'Very dissatisfied'],
      },
    },
    {
      description: 'stars, best first',
      counts: { '3 星': 4, '5星': 40, '4星': 20 },
      expected: { kind: 'scale', scale: 'stars', answers: ['5星', '4星', '3 星', '2 星', '1 星'] },
    },
    {
      description: 'how often, which is neither good nor bad',
      counts: { Always: 9, Never: 4, Often: 3 },
      expected: { kind: 'single', scale: 'frequency', answers: ['Always', 'Often', 'Never'] },
    },
    {
      description: 'numbers where the wording asks for stars, best first',
      counts: { '2': 4, '3': 4, '5': 9 },
      wording: '请给本次住院打星',
      expected: { kind: 'scale', answers: ['5', '4', '3', '2', '1'] },
    },
    {
      description: 'agreement, however blanks and capitals are written',
      counts: { 'Strongly Agree': 9, 'Neither agree or disagree': 4, 'agree ': 3, Disagree: 2, Agree: 8 },
      expected: {
        kind: 'scale',
        scale: 'agreement',
        answers: ['Strongly Agree', 'Agree', 'Neither agree or disagree', 'Disagree', 'Strongly disagree'],
      },
    },
    {
      description: 'how likely people are to recommend',
      counts: { '10': 5, '9': 4, '7': 3, '0': 1 },
      wording: 'How likely are you to recommend us?',
      expected: { kind: 'score' },
    },
    {
      description: 'numbers from one to five',
      counts: { '1': 4, '3': 4, '5': 9 },
      expected: { kind: 'single', range: '1-5' },
    },
    {
      description: 'a slider, as numbers of programs that know fractions only',
      counts: { '0.0': 1, '55.0': 3, '100.0': 4 },
      expected: { kind: 'single', range: '0-100' },
    },
    {
      description: 'somebody’s own words where the wording asks for them, however few different ones',
      counts: { 很好: 30, 希望多开窗口: 20 },
      wording: '您还有什么意见？',
      expected: { is: 'text' },
    },
    {
      description: 'no list of answers where one of them leads to a person',
      counts: { 很好: 30, '请回电 13800000000': 20 },
      expected: { is: 'text' },
    },
    { description: 'years', counts: { '1987': 3, '1990': 5 }, expected: { is: 'number' } },
    {
      description: 'dates',
      counts: { '2019-01-22 10:15': 3, '2019-01-23 10:15': 5 },
      expected: { is: 'date' },
    },
    {
      description: 'telephone numbers',
      counts: { '13900000001': 1, '13900000002': 1 },
      expected: { is: 'personal' },
    },
    {
      description: 'listed answers by their leading numbers, rare ones apart',
      counts: {
        '40~49岁': 60,
        '20~24岁': 50,
        '30~34岁': 80,
        不告诉你: 1,
        保密: 1,
        三十来岁: 1,
        老了: 1,
        小: 1,
      },
      expected: { kind: 'single', answers: ['20~24岁', '30~34岁', '40~49岁'], hasOthers: true },
    },
    {
      description: 'people’s own words',
      counts: Object.fromEntries(
        Array.from({ length: 50 }, (_, person) => [`my opinion number ${person}`, 1]),
      ),
      expected: { is: 'text' },
    },
    {
      description: 'few answers of few people, which may be their own words',
      counts: { 无: 2, 窗口的王姐不耐烦: 1, 排队两小时: 1 },
      expected: { is: 'text' },
    },
  ])('takes $description for what it is', ({ counts, wording, expected }) => {
    expect(propose(counts, wording)).toMatchObject(expected);
  });

  it('takes answers that fit two scales for the one that the rest of the survey has', () => {
    const counts = { 不满意: 3, 非常满意: 40, 满意: 20 };
    expect(proposeAnswers('Q', observed(counts), undefined, 'satisfaction')).toMatchObject({
      kind: 'scale',
      couldBeOther: false,
    });
  });

  it('says of each answer of a scale on which side it counts', () => {
    const answers = propose({ 一般: 10, 很满意: 10, 不满意: 1 });
    const { sideOf } = answers as { sideOf: (answer: string) => string | undefined };
    expect(['很满意', '满意', '一般', '不满意', '非常不满意'].map(sideOf)).toEqual([
      'favourable',
      'favourable',
      undefined,
      'unfavourable',
      'unfavourable',
    ]);
  });
});

describe('severalAnswers', () => {
  const counts = (cells: readonly string[]) => {
    const all = new Map<string, number>();
    for (const cell of cells) all.set(cell, (all.get(cell) ?? 0) + 1);
    return all;
  };

  it('finds answers that hold the separator', () => {
    const command = 'R Command Line (i.e., the native R terminal)';
    const cells = Array.from({ length: 40 }, (_, person) =>
      [person % 2 ? command : '', person % 3 ? 'Python' : '', person % 5 ? 'Social media, such as blogs' : '']
        .filter((option) => option !== '')
        .join(', '),
    ).filter((cell) => cell !== '');
    expect(severalAnswers(counts(cells), ', ')?.options.toSorted()).toEqual([
      'Python',
      command,
      'Social media, such as blogs',
    ]);
  });

  it('does not take one answer with a comma for several', () => {
    const cells = Array.from(
      { length: 40 },
      (_, person) => ['yes, on company time', 'no, on my own', 'complicated'][person % 3] ?? '',
    );
    expect(severalAnswers(counts(cells), ', ')).toBeNull();
  });

  it('finds the options of any survey by the separator that joins them', () => {
    const option = fc.stringMatching(/^[a-z]{3,8}( [a-z]{2,5})?$/);
    fc.assert(
      fc.property(
        fc.uniqueArray(option, { minLength: 3, maxLength: 6 }),
        fc.constantFrom('┋', ';', '|', ', '),
        (options, separator) => {
          // Every combination of options, so that each stands alone and with each other one.
          const cells = Array.from({ length: 2 ** options.length - 1 }, (_, mask) =>
            options.filter((__, bit) => ((mask + 1) >> bit) & 1).join(separator),
          );
          const all = new Map(cells.map((cell) => [cell, 4]));
          const found = severalAnswers(all, separator === ', ' ? ', ' : undefined);
          expect([found?.separator, found?.options.toSorted(), found?.hasOthers]).toEqual([
            separator,
            options.toSorted(),
            false,
          ]);
        },
      ),
    );
  });
});

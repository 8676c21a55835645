import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PublishedRow } from '../../src/model/published.ts';
import type { Outcome } from '../../src/pipeline/run.ts';
import { balance, checkedRecords, countAnswers, type CheckedRecords } from './checked-records.ts';
import { choiceNames } from './choice-names.ts';
import { checkFigure, hasSharedData, programmeWith, readPublished, runProgramme } from './shared-data.ts';

const data = 'carpentries-satisfaction/learner-assessment/data';

describe.skipIf(!hasSharedData)('long-term surveys of The Carpentries, through layouts', () => {
  let folder: string;
  let outcome: Outcome;
  let figures: PublishedRow<'figures'>[];
  let answers: PublishedRow<'answers'>[];
  let wave: CheckedRecords;

  beforeAll(async () => {
    folder = await programmeWith('carpentries', [
      `${data}/2020-longterm-survey/20200326-longterm-other_questions-no-open.csv`,
      `${data}/2020-12-longterm-survey/2020-12-long-term-other_questions-no-open.csv`,
    ]);
    const checked = await checkedRecords(folder);
    wave = checked.find(({ recognised }) => recognised.layout === 'long-term-2019') as CheckedRecords;
    const result = await runProgramme(folder);
    outcome = result.outcome;
    figures = await readPublished(result.tables, 'figures', ['en']);
    answers = await readPublished(result.tables, 'answers', ['en']);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('reads both waves without a problem', () => {
    expect(outcome.problems).toEqual([]);
    expect(balance(wave)).toBe(0);
    expect(outcome.drops.map(({ account }) => account.used).sort()).toEqual([176, 87]);
  });

  it.each([
    ['carpentries-nps-2019', 'recommend-2019', 134],
    ['carpentries-nps-2020', 'recommend-2020', 87],
  ])('reproduces the published Net Promoter Score %s', async (id, question, base) => {
    const { expected } = await checkFigure<Record<string, number>>(id);
    const score = figures.find((row) => row.measure === 'net_promoter_score' && row.question_id === question);
    expect(score?.base).toBe(base);
    expect(score?.value).toBeCloseTo(expected['NPS'] ?? Number.NaN, 5);
  });

  /** How often each answer was given, before anything is withheld. */
  const words = (question: string) => {
    const names = choiceNames('carpentries', 'long-term-2019');
    const all = Object.entries(countAnswers(wave, question));
    return Object.fromEntries(all.map(([id, count]) => [names.get(`${question}.${id}`), count]));
  };

  const counts = (question: string) =>
    Object.fromEntries(
      answers
        .filter((row) => row.question_id === question && row.subject_kind === 'programme')
        .map((row) => [row.answer_en, row.count]),
    );

  it('reproduces every published item with listed answers', async () => {
    const { expected } = await checkFigure<Record<string, Record<string, number>>>('carpentries-likert-2019');
    for (const [column, item] of Object.entries(expected))
      if (column !== 'impact_career_advancement')
        expect([column, words(`${column}-2019`)]).toEqual([column, item]);
  });

  it('reproduces every published question with several answers, with its base, and the answers that the report left out', async () => {
    const {
      expected,
      base: _,
      left_out_by_the_report: leftOut = {},
    } = await checkFigure<Record<string, Record<string, number>>>('carpentries-multi-select-2019');
    for (const [column, { base, ...item }] of Object.entries(expected)) {
      if (column === 'workshop_attended_content') continue;
      expect([column, words(`${column}-2019`)]).toMatchObject([column, { ...item, ...leftOut[column] }]);
      const answered = wave.records.filter((record) => record[`question:${column}-2019`] !== undefined);
      expect([column, answered.length]).toEqual([column, base]);
    }
  });

  it('reproduces the published five-point item', async () => {
    const { expected } = await checkFigure<Record<string, Record<string, number>>>('carpentries-likert-2019');
    expect(counts('career-2019')).toEqual(expected['impact_career_advancement']);
  });

  it('reproduces the published multi-select question and its base, write-ins apart', async () => {
    const { expected } = await checkFigure<Record<string, Record<string, number>>>(
      'carpentries-multi-select-2019',
    );
    const { base, ...published } = expected['workshop_attended_content'] ?? {};
    expect(counts('content-2019')).toMatchObject(published);
    expect(answers.find((row) => row.question_id === 'content-2019')?.base).toBe(base);
  });
});

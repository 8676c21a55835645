import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/pipeline/run.ts';
import { balance, checkedRecords, countAnswers, type CheckedRecords } from './checked-records.ts';
import { choiceNames } from './choice-names.ts';
import { checkFigure, hasSharedData, programmeWith, runProgramme } from './shared-data.ts';

const set = 'zh-wjx-reportgen';

describe.skipIf(!hasSharedData)('one survey of 问卷星, exported as text and as numbers', () => {
  let folder: string;
  let outcome: Outcome;
  let coded: CheckedRecords;
  let text: CheckedRecords;

  beforeAll(async () => {
    folder = await programmeWith('wjx', [
      `${set}/[问卷星数据]800_800_0.xls`,
      `${set}/[问卷星数据]800_800_2.xls`,
    ]);
    const checked = await checkedRecords(folder);
    const named = (name: string) => checked.find(({ recognised }) => recognised.layout === name);
    text = named('hobbies-text') as CheckedRecords;
    coded = named('hobbies-coded') as CheckedRecords;
    outcome = (await runProgramme(folder)).outcome;
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('reads every row of both without a problem, and leaves the address of the sender alone', async () => {
    const { base } = await checkFigure('wjx-two-forms');
    for (const form of [text, coded]) {
      expect(form.problems).toEqual([]);
      expect(form.account).toEqual({ read: base, used: base, setAside: {} });
      expect(balance(form)).toBe(0);
      expect(form.recognised.personal).toEqual(['来自IP']);
    }
    expect(outcome.published).toBe(true);
  });

  it('gives the same answers of every person in both forms, whatever they wrote in', () => {
    const answers = ({ records }: CheckedRecords) =>
      records.map(({ source_row: _, response_id: id = '', ...record }) => [
        id.replace(/^\w+-/, ''),
        Object.entries(record)
          .map(([question, answer]) => [question, answer.split('|').sort()])
          .sort(),
      ]);
    expect(answers(coded)).toEqual(answers(text));
  });

  it('reproduces the counts of every option', async () => {
    const { expected } = await checkFigure<Record<string, Record<string, number>>>('wjx-two-forms');
    const questions = { '3、性别': 'sex', '6': 'hobbies', '8': 'news' };
    const names = choiceNames('wjx', 'hobbies-text');
    const nameOf = (id: string) => names.get(id)?.replace('【请注明】', '');
    for (const [key, question] of Object.entries(questions))
      for (const form of [text, coded]) {
        const counts = Object.entries(countAnswers(form, question)).map(([id, count]) => [
          nameOf(`${question}.${id}`),
          count,
        ]);
        expect(Object.fromEntries(counts)).toEqual(expected[key]);
      }
  });
});

import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/pipeline/run.ts';
import { balance, checkedRecords, countAnswers, type CheckedRecords } from './checked-records.ts';
import { checkFigure, hasSharedData, programmeWith, runProgramme } from './shared-data.ts';

const file = 'surveygizmo-jupyter/surveys/2015-12-notebook-ux/20160115235816-SurveyExport.csv';

describe.skipIf(!hasSharedData)('users of Jupyter Notebook, exported from SurveyGizmo', () => {
  let folder: string;
  let survey: CheckedRecords;
  let outcome: Outcome;

  beforeAll(async () => {
    folder = await programmeWith('jupyter', [file]);
    survey = (await checkedRecords(folder))[0] as CheckedRecords;
    outcome = (await runProgramme(folder)).outcome;
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('sets the partial responses aside and says how many', async () => {
    const { expected } = await checkFigure<Record<string, number>>('jupyter-2015');
    expect(survey.problems).toEqual([]);
    expect(survey.recognised.width).toBe(expected['columns']);
    expect(survey.account).toEqual({
      read: expected['rows'],
      used: expected['Complete'],
      setAside: { 'partial-response': expected['Partial'] },
    });
    expect(balance(survey)).toBe(0);
    expect(outcome.published).toBe(true);
    expect(outcome.drops.map(({ account }) => account)).toEqual([survey.account]);
  });

  it('counts the answers of those who handed in', () => {
    expect(countAnswers(survey, 'often')).toEqual({ daily: 382, weekly: 280, monthly: 71, rarely: 40 });
  });
});

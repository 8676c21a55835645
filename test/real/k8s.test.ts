import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { balance, checkedRecords, type CheckedRecords } from './checked-records.ts';
import { choiceNames } from './choice-names.ts';
import { hasSharedData, programmeWith, sharedFile } from './shared-data.ts';

const folder2019 = 'surveymonkey-k8s-contribex/sig-contributor-experience/surveys/2019';

interface CrossTable {
  readonly rows: { readonly question: string };
  readonly columns: { readonly question: string };
  readonly base: number;
  readonly cells: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

describe.skipIf(!hasSharedData)('the contributors’ survey of Kubernetes, exported from SurveyMonkey', () => {
  let folder: string;
  let survey: CheckedRecords;
  let tables: CrossTable[];

  beforeAll(async () => {
    folder = await programmeWith('k8s', [join(folder2019, 'contribex-survey-2019.csv')]);
    survey = (await checkedRecords(folder))[0] as CheckedRecords;
    tables = JSON.parse(
      readFileSync(sharedFile(join(folder2019, 'published-crosstabs.json')), 'utf8'),
    ) as CrossTable[];
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('reads all rows under two header rows, and leaves names and addresses alone', () => {
    expect(survey.problems).toEqual([]);
    expect(survey.account).toEqual({ read: 211, used: 211, setAside: {} });
    expect(balance(survey)).toBe(0);
    expect(survey.recognised).toMatchObject({
      headerRows: [1, 2],
      firstRow: 3,
      personal: ['IP Address', 'Email Address', 'First Name', 'Last Name'],
    });
  });

  it('reproduces the seven published cross tables', () => {
    const names = choiceNames('k8s', 'contribex-2019');
    const idOf = new Map(
      [...survey.recognised.answers].map(([id, { cells }]) => [
        (survey.recognised.header[cells[0] ?? -1] ?? '').replace(' › Response', ''),
        id,
      ]),
    );
    const answer = (record: Readonly<Record<string, string>>, question: string) =>
      names.get(`${question}.${record[`question:${question}`]}`) ?? "Didn't Answer";
    expect(tables).toHaveLength(7);
    for (const { rows, columns, base, cells } of tables) {
      const [down = '', across = ''] = [idOf.get(rows.question), idOf.get(columns.question)];
      const counts: Record<string, Record<string, number>> = {};
      for (const [row, line] of Object.entries(cells))
        counts[row] = Object.fromEntries(Object.keys(line).map((column) => [column, 0]));
      let all = 0;
      for (const record of survey.records) {
        const line = counts[answer(record, down)];
        const column = answer(record, across);
        if (line?.[column] === undefined) continue;
        line[column] += 1;
        all += 1;
      }
      expect(counts).toEqual(cells);
      expect(all).toBe(base);
    }
  });
});

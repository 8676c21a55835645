import { readFileSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { columnLabel } from '../../src/model/column-label.ts';
import { plainText } from '../../src/model/plain-text.ts';
import { balance, checkedRecords, countAnswers, type CheckedRecords } from './checked-records.ts';
import { choiceNames } from './choice-names.ts';
import { checkFigure, hasSharedData, programmeWith, sharedFile } from './shared-data.ts';

const set = 'limesurvey-rse-international';
const years = ['2016', '2017'] as const;

type Counts = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** How often each answer to each question was given, by the words of the answer. */
function countWords(survey: CheckedRecords, layout: string): Counts {
  const names = choiceNames('rse', layout);
  return new Map(
    [...survey.recognised.answers.keys()].map((question) => [
      question,
      new Map(
        Object.entries(countAnswers(survey, question)).map(([id, count]) => [
          plainText(names.get(`${question}.${id}`) ?? id),
          count,
        ]),
      ),
    ]),
  );
}

/** A heading of a published table without the question's code, as some tables leave it out. */
const bare = (heading: string) =>
  columnLabel(heading.replace(/^[A-Za-z]\w*(\[[^\]]*\])?\.\s*/, '').replace(/\[\]$/, ''));

describe.skipIf(!hasSharedData)('surveys of research software engineers, exported from LimeSurvey', () => {
  let folder: string;
  const surveys = new Map<string, CheckedRecords>();
  const counted = new Map<string, Counts>();

  beforeAll(async () => {
    folder = await programmeWith('rse', []);
    for (const year of years)
      await cp(
        sharedFile(`${set}/analysis/${year}/uk/data/public_data.csv`),
        join(folder, 'drops', `${year}.csv`),
      );
    for (const checked of await checkedRecords(folder)) {
      const year = basename(checked.file, '.csv');
      surveys.set(year, checked);
      counted.set(year, countWords(checked, `rse-${year}`));
    }
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each([
    ['2016', 273],
    ['2017', 253],
  ])('reads the rows of %s without a problem', (year, rows) => {
    const survey = surveys.get(year) as CheckedRecords;
    expect(survey.problems).toEqual([]);
    expect(survey.account).toEqual({ read: rows, used: rows, setAside: {} });
    expect(balance(survey)).toBe(0);
  });

  it.each(years)('reproduces the published tables of %s', async (year) => {
    const survey = surveys.get(year) as CheckedRecords;
    const files = (await checkFigure('rse-tables')).expected_files?.[`analysis/${year}/uk/output`] ?? [];
    expect(files.length).toBe(year === '2016' ? 38 : 17);
    const questionAt = new Map(
      [...survey.recognised.answers].flatMap(([id, { cells }]) => {
        const label = survey.recognised.header[cells[0] ?? -1] ?? '';
        return [[label, id] as const, [bare(label), id] as const];
      }),
    );
    const compare = (question: string, word: string, cell: string) => {
      const count = Number.parseFloat(cell);
      if (word === '' || Number.isNaN(count)) return 0;
      const counts = counted.get(year)?.get(question);
      expect([question, word, counts?.get(plainText(word)) ?? 0]).toEqual([question, word, count]);
      return 1;
    };
    for (const file of files) {
      const text = readFileSync(sharedFile(`${set}/analysis/${year}/uk/output/${file}`), 'utf8');
      const [head = [], ...rows] = Papa.parse<string[]>(text, { skipEmptyLines: true }).data;
      const asked = (heading: string) =>
        questionAt.get(columnLabel(heading)) ?? questionAt.get(bare(heading));
      let compared = 0;
      for (const [word = '', ...cells] of rows)
        for (const [position, cell] of cells.entries()) {
          const above = head[position + 1] ?? '';
          // Most tables have an answer a row; a few have an answer a column.
          const question = asked(above);
          compared +=
            question === undefined ? compare(asked(word) ?? '', above, cell) : compare(question, word, cell);
        }
      expect([file, compared > 0]).toEqual([file, true]);
    }
  });

  it('takes “Never” with a blank behind it for the same answer, where the published tables lost it', async () => {
    const { expected } = await checkFigure<Record<string, Record<string, number>>>('rse-trailing-blank');
    for (const [question, { Never }] of Object.entries(expected))
      expect(counted.get('2016')?.get(`${question}-2016`)?.get('never')).toBe(Never);
  });

  it('reproduces one table with its base and its shares', async () => {
    const {
      base,
      expected,
      expected_percent: shares,
      tolerance_percent: tolerance,
    } = await checkFigure<Record<string, number>>('rse-affSat4');
    const counts = counted.get('2016')?.get('affSat4-2016') ?? new Map<string, number>();
    const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
    expect(all).toBe(base);
    for (const [answer, count] of Object.entries(expected)) {
      expect(counts.get(plainText(answer))).toBe(count);
      expect(Math.abs((100 * count) / all - (shares?.[answer] ?? Number.NaN))).toBeLessThanOrEqual(
        (tolerance ?? 0) + 1e-9,
      );
    }
  });
});

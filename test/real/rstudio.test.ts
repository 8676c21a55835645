import { mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { describeFile } from '../../src/pipeline/describe.ts';
import { balance, checkedRecords, countAnswers, type CheckedRecords } from './checked-records.ts';
import { checkFigure, hasSharedData, programmeWith } from './shared-data.ts';

const set = 'googleforms-rstudio';
const files = {
  '2019 English': '2019/data/2019 English R Community Survey Responses.csv',
  '2019 Spanish': '2019/data/2019 Spanish R Community Survey Responses.csv',
  '2020 Spanish': '2020/data/2020-spanish-survey-final.tsv',
  '2019 Spanish, the workbook': '2019/data/2019 Spanish R Community Survey Responses.xlsx',
};

describe.skipIf(!hasSharedData)('surveys of the R community, exported from Google Forms', () => {
  const folders: string[] = [];
  afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

  /** A survey checked by the layout that is proposed for it. */
  async function describedSurvey(file: string): Promise<CheckedRecords> {
    const folder = await programmeWith('rstudio', [`${set}/${file}`]);
    folders.push(folder);
    const options = {
      data: folder,
      path: join(folder, 'drops', basename(file)),
      forms: [],
      given: new Map(),
    };
    const { sheets } = await describeFile(options);
    const [sheet] = sheets;
    await mkdir(join(folder, 'layouts'));
    await writeFile(join(folder, 'layouts', 'proposed.yaml'), sheet?.is === 'proposed' ? sheet.text : '');
    const again = await describeFile(options);
    expect(again.sheets.map(({ is }) => is)).toEqual(['known']);
    return (await checkedRecords(folder))[0] as CheckedRecords;
  }

  it.each(Object.entries(files))(
    'reads every response of %s as wide as its header, without a problem',
    async (name, file) => {
      const { expected } = await checkFigure<Record<string, [number, number]>>('rstudio-structure');
      const [rows, columns] = expected[name.replace(/,.*/, '')] ?? [];
      const survey = await describedSurvey(file);
      expect(survey.problems).toEqual([]);
      expect(survey.account).toEqual({ read: rows, used: rows, setAside: {} });
      expect(balance(survey)).toBe(0);
      expect(survey.recognised.width).toBe(columns);
    },
  );

  it('counts how likely people are to recommend R, and tells options apart that hold commas', async () => {
    const survey = await describedSurvey(files['2019 English']);
    expect(countAnswers(survey, 'q19')).toEqual({
      '10': 1107,
      '9': 279,
      '8': 261,
      '7': 90,
      '6': 29,
      '5': 11,
      '4': 11,
      '3': 3,
      '2': 1,
      '1': 3,
    });
    expect(countAnswers(survey, 'q20')).toMatchObject({
      'r-command-line-i-e-the-native-r-terminal': expect.any(Number),
    });
  });
});

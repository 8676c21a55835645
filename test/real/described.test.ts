import { readdirSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { describeFile } from '../../src/pipeline/describe.ts';
import { balance, checkedRecords } from './checked-records.ts';
import { hasSharedData, programmeWith, sharedFile } from './shared-data.ts';

/** The surveys of the R community go the same way in a test of their own. */
const sets = [
  'zh-wjx-reportgen',
  'surveymonkey-k8s-contribex',
  'limesurvey-rse-international',
  'qualtrics-impressive-climate',
  'kobo-impact-hypegrammaR',
  'carpentries-satisfaction',
  'surveygizmo-jupyter',
];

/** Tables that go with a survey and are no export of it: published results, code lists, sampling frames. */
const noExports =
  /\/output\/|header\.csv|answer-key|column-names|questions?\.csv|choices|ranks|samplingframe|indicators|parameters|readme|analysis plan/;

function exportsOf(set: string): string[] {
  return readdirSync(sharedFile(set), { recursive: true, encoding: 'utf8' })
    .map((name) => `${set}/${name.replaceAll('\\', '/')}`)
    .filter((name) => /\.(csv|tsv|xlsx?)$/.test(name) && !noExports.test(name))
    .sort();
}

/** What a newcomer does with an export: describe it, check it, describe it again. */
describe.skipIf(!hasSharedData)('any real export, by the layout that is drafted for it', () => {
  it.each(hasSharedData ? sets.flatMap(exportsOf) : [])('%s is known, checked and balanced', async (file) => {
    const folder = await programmeWith('rstudio', [file]);
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const options = {
      data: folder,
      path: join(folder, 'drops', basename(file)),
      forms: [],
      given: new Map(),
    };
    const { sheets, problems } = await describeFile(options);
    expect(problems).toEqual([]);
    await mkdir(join(folder, 'layouts'));
    for (const sheet of sheets)
      if (sheet.is === 'proposed') {
        expect(sheet.open).toEqual([]);
        await writeFile(join(folder, 'layouts', `${sheet.name}.yaml`), sheet.text);
      }
    const checked = await checkedRecords(folder);
    expect(checked.length).toBeGreaterThan(0);
    for (const survey of checked) {
      expect(survey.fatal).toEqual([]);
      expect(survey.account.used).toBeGreaterThan(0);
      expect(balance(survey)).toBe(0);
    }
    const again = await describeFile(options);
    expect(again.sheets.map(({ is }) => is)).toEqual(checked.map(() => 'known'));
  });
});

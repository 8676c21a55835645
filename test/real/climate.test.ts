import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { balance, checkedRecords, type CheckedRecords } from './checked-records.ts';
import { checkFigure, hasSharedData, programmeWith, sharedFile } from './shared-data.ts';

const set = 'qualtrics-impressive-climate';

/** The measures that the authors derive, each the mean of three sliders, and the mean of the four. */
const measures: Readonly<Record<string, readonly string[]>> = {
  competence: ['competence', 'intelligence', 'qualification'],
  integrity: ['honesty', 'ethic', 'sincerity'],
  benevolence: ['concern', 'eagerness', 'consideration'],
  openness: ['feedback', 'transparency', 'attentiveness'],
};

const mean = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

function derived(record: Readonly<Record<string, string>>): Record<string, number> {
  const parts = Object.entries(measures).map(
    ([name, items]) => [name, mean(items.map((item) => Number(record[`question:${item}`])))] as const,
  );
  return { ...Object.fromEntries(parts), trust: mean(parts.map(([, value]) => value)) };
}

describe.skipIf(!hasSharedData)('trust in climate scientists, exported from Qualtrics', () => {
  let folder: string;
  let survey: CheckedRecords;
  let cleaned: Record<string, string>[];

  beforeAll(async () => {
    folder = await programmeWith('qualtrics', [`${set}/qualtrics.csv`]);
    survey = (await checkedRecords(folder))[0] as CheckedRecords;
    const text = readFileSync(sharedFile(`${set}/cleaned.csv`), 'utf8');
    cleaned = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('keeps those whom the authors kept, and counts who failed the attention check', async () => {
    const { base, expected } = await checkFigure<Record<string, unknown>>('qualtrics-cleaned');
    expect(survey.problems).toEqual([]);
    expect(survey.account).toEqual({
      read: expected['responses'],
      used: base,
      setAside: { 'failed-check': 4 },
    });
    expect(balance(survey)).toBe(0);
    expect(survey.recognised).toMatchObject({ headerRows: [1, 2, 3], firstRow: 4 });
    const kept = survey.records.map((record) => record['response_id']);
    expect(kept).toEqual(cleaned.map((row) => row['responseid']));
    for (const excluded of expected['excluded ResponseId'] as string[]) expect(kept).not.toContain(excluded);
  });

  it('reproduces the derived means of every person, and those of the sample', async () => {
    const { expected, tolerance } = await checkFigure<Record<string, number>>('qualtrics-cleaned');
    const all = survey.records.map(derived);
    for (const [position, values] of all.entries())
      for (const [name, value] of Object.entries(values))
        expect(Math.abs(value - Number(cleaned[position]?.[name]))).toBeLessThanOrEqual(tolerance);
    for (const name of [...Object.keys(measures), 'trust'])
      expect(
        Math.abs(mean(all.map((values) => values[name] ?? Number.NaN)) - (expected[`mean ${name}`] ?? 0)),
      ).toBeLessThanOrEqual(tolerance);
  });
});

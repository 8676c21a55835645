import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { recordRelease } from '../releases/record-release.ts';
import { runFolder, runSmall, settingsText, writeProgramme, type Result } from '../small-programme.ts';

/* A period of the survey is published once: what comes later is not counted, unless the office corrects the period. */

const questions = {
  'lookup/questions.csv': 'id,survey,kind,name_zh,name_en\noverall,s,grade,满意吗,How satisfied\n',
};

let last = 0;

/** A drop with so many answers of one day. */
function drop(...parts: readonly (readonly [count: number, day: string, grade?: string])[]): string {
  const rows = parts.flatMap(([count, day, grade = '满意']) =>
    Array.from({ length: count }, () => {
      last += 1;
      return `R${last},${day},tax,${grade}\n`;
    }),
  );
  return `response_id,submitted_on,department,overall\n${rows.join('')}`;
}

const settings = (changes: Readonly<Record<string, string>> = {}) =>
  settingsText({ cutoff: '2025-06-30', ...changes });

/** A programme that has published the answers of two quarters, with further files since. */
async function afterRelease(files: Readonly<Record<string, string>>): Promise<Result> {
  const folder = await writeProgramme({
    ...questions,
    'programme.yaml': settings(),
    'drops/1.csv': drop([40, '2025-02-03'], [50, '2025-05-03']),
  });
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  expect((await runFolder(folder)).outcome.published).toBe(true);
  await recordRelease(folder);
  for (const [path, content] of Object.entries(files)) await writeFile(join(folder, path), content);
  return runFolder(folder);
}

/** How many responded in each period, as published. */
async function responsesOf(result: Result): Promise<Record<string, string>> {
  const rows = await result.rows('figures');
  return Object.fromEntries(
    rows
      .filter((row) => row['measure'] === 'responses' && row['subject_kind'] === 'programme')
      .map((row) => [row['period'] ?? '', row['count'] || (row['status'] ?? '')]),
  );
}

const codes = ({ problems }: Result) =>
  problems
    .filter(({ code }) => code.includes('answers') || code.includes('period'))
    .map(({ code, value }) => `${code} ${value}`);

describe('answers that come after their period was published', () => {
  it('are left out, counted and told', async () => {
    const result = await afterRelease({ 'drops/2.csv': drop([12, '2025-02-04'], [1, '2025-05-04']) });
    expect(codes(result)).toEqual(['late-answers 13']);
    expect(await responsesOf(result)).toEqual({ all: '90', '2025-Q1': '40', '2025-Q2': '50' });
  });

  it('are counted where the office corrects the period, as long as they are ten', async () => {
    const result = await afterRelease({
      'drops/2.csv': drop([12, '2025-02-04'], [1, '2025-05-04']),
      'programme.yaml': settings({ survey_corrections: '[2025-Q1]' }),
    });
    expect(codes(result)).toEqual(['late-answers 1']);
    expect(await responsesOf(result)).toEqual({ all: '102', '2025-Q1': '52', '2025-Q2': '50' });
  });

  it('are not told where a correction adds but a few: the period is withheld, and so is the size of the drop', async () => {
    const result = await afterRelease({
      'drops/2.csv': drop([3, '2025-02-04']),
      'programme.yaml': settings({ survey_corrections: '[2025-Q1]' }),
    });
    expect(await responsesOf(result)).toEqual({ all: 'withheld', '2025-Q1': 'withheld', '2025-Q2': '50' });
    const quality = await result.rows('quality');
    expect(quality.filter((row) => row['drop'] === '2.csv').map((row) => row['rows'])).toEqual(['', '']);
  });

  it('stop the build where somebody took answers out of a drop that was published', async () => {
    const result = await afterRelease({ 'drops/1.csv': drop([39, '2025-02-03'], [50, '2025-05-03']) });
    expect(codes(result)).toEqual([expect.stringMatching(/^closed-period-changed /)]);
    expect(result.outcome).toMatchObject({ fatal: true, published: false });
  });
});

describe('answers of a period that is not closed', () => {
  it('wait until so many days after its end', async () => {
    const files = { ...questions, 'drops/1.csv': drop([40, '2025-02-03'], [50, '2025-05-03']) };
    const thresholds = '{ days_before_survey_closes: 15 }';
    const before = await runSmall({
      ...files,
      'programme.yaml': settings({ thresholds, cutoff: '2025-07-14' }),
    });
    expect(codes(before)).toEqual(['period-not-closed 2025-Q2']);
    expect(await responsesOf(before)).toEqual({ all: '40', '2025-Q1': '40' });
    const closing = (await before.text('periods')).trim().split(/\r?\n/);
    expect(closing.map((row) => row.split(',').filter((_, column) => [0, 4, 5].includes(column)))).toEqual([
      ['period', 'survey_closes_on', 'survey_closed'],
      ['2025-Q1', '2025-04-15', 'true'],
      ['2025-Q2', '2025-07-15', 'false'],
      ['2025-Q3', '2025-10-15', 'false'],
    ]);
    const after = await runSmall({
      ...files,
      'programme.yaml': settings({ thresholds, cutoff: '2025-07-15' }),
    });
    expect(codes(after)).toEqual([]);
    expect(await responsesOf(after)).toMatchObject({ all: '90', '2025-Q2': '50' });
  });
});

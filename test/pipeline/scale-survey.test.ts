import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeFile } from '../../src/pipeline/describe.ts';
import { packageTables } from '../../src/pipeline/package/package.ts';
import { placeReleases } from '../../src/pipeline/releases/place-releases.ts';
import { attack } from '../../src/verify/attack/attack.ts';
import type { SiteFiles } from '../../src/verify/difference.ts';
import { verify } from '../../src/verify/verify.ts';
import { recordRelease } from './releases/record-release.ts';
import { runFolder, settingsText, writeProgramme, type Result, type TextRow } from './small-programme.ts';

/*
 * A hospital that only asks: an export of 问卷星 about whose answers nobody has to say anything, from its description to two
 * releases. Its scale has a middle, so that there is no 好评率; what there is must be as whole as that, and as well protected.
 */

const wards = ['内科', '外科', '产科', '儿科'];
const answers = ['非常满意', '满意', '一般', '不满意', '非常不满意'];

/** Answers in turn: of every eight five are satisfied; in the last ward nobody is, and there are few of them. */
const usual = [0, 0, 1, 1, 1, 2, 3, 4];

function exportOf(from: number, quarters: readonly string[], each: number): string {
  const rows = quarters.flatMap((day, quarter) =>
    Array.from({ length: each }, (_, place) => {
      const ward = place % 37 === 36 ? 3 : place % 3;
      const [care, food] = ward === 3 ? [3, 4] : [place + quarter, place * 3].map((at) => usual[at % 8] ?? 0);
      const id = from + quarter * each + place;
      return `${id},${day} 10:00:00,60秒,手机提交,直接访问,1.1.1.1(北京),${wards[ward]},${answers[care ?? 0]},${answers[food ?? 0]},很好\n`;
    }),
  );
  return `序号,提交答卷时间,所用时间,来源,来源详情,来自IP,1、您住在哪个科室?,2、护士照护得好吗?,3、饭菜满意吗?,4、您还有什么意见?\n${rows.join('')}`;
}

const days = [
  '2023-08-01',
  '2023-11-01',
  '2024-02-01',
  '2024-05-01',
  '2024-08-01',
  '2024-11-01',
  '2025-02-01',
];

const list = `id,name_zh,name_en\n${wards.map((ward, place) => `w${place},${ward},Ward ${place}\n`).join('')}`;

let folder: string;
let layout: string;
let first: Result;
let second: Result;
let site: SiteFiles;

async function filesOf(tables: string): Promise<SiteFiles> {
  const entries = await readdir(tables, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const byName = new Map(paths.map((path) => [`data/${relative(tables, path).replaceAll(sep, '/')}`, path]));
  return { names: [...byName.keys()], read: (name) => readFile(byName.get(name) ?? name) };
}

beforeAll(async () => {
  const only = Object.fromEntries(
    ['halls', 'services', 'categories', 'cohorts'].map((name) => [`lookup/${name}.csv`, null]),
  );
  folder = await writeProgramme({
    ...only,
    'lookup/departments.csv': list,
    'drops/1.csv': exportOf(1, days, 111),
  });
  const { sheets } = await describeFile({
    data: folder,
    path: join(folder, 'drops', '1.csv'),
    forms: [],
    given: new Map(),
  });
  layout = sheets[0]?.is === 'proposed' ? sheets[0].text : '';
  await mkdir(join(folder, 'layouts'));
  await writeFile(join(folder, 'layouts', 'ward.yaml'), layout);
  await writeFile(
    join(folder, 'programme.yaml'),
    settingsText({ overall_question: 'q2', cutoff: '2025-04-20' }),
  );
  first = await runFolder(folder);
  await recordRelease(folder, '2025-05-01');
  await writeFile(join(folder, 'drops', '2.csv'), exportOf(1001, ['2025-05-01'], 111));
  await writeFile(
    join(folder, 'programme.yaml'),
    settingsText({ overall_question: 'q2', cutoff: '2025-07-20' }),
  );
  second = await runFolder(folder);
  const tables = join(folder, 'tables');
  await packageTables(tables);
  await placeReleases(folder, join(tables, 'releases'));
  site = await filesOf(tables);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const figures = async (where: TextRow) =>
  (await second.rows('figures')).filter((row) =>
    Object.entries(where).every(([column, text]) => row[column] === text),
  );

describe('a survey with a scale that has a middle', () => {
  it('is drafted from the words of its answers, best first, each with its side', () => {
    expect(layout).toContain('kind: scale');
    expect(layout).toContain('- { id: a2, name: { zh: 满意 }, counts: favourable }');
    expect(layout).toContain('- { id: a3, name: { zh: 一般 } }');
    expect(layout).toContain('- { id: a4, name: { zh: 不满意 }, counts: unfavourable }');
  });

  it('is taken and published as it was drafted', () => {
    expect([first, second].map(({ outcome }) => outcome.published)).toEqual([true, true]);
  });

  it('says in the list of questions how many of its answers are on either side', async () => {
    expect(await second.rows('questions')).toMatchObject([
      { question_id: 'q2', kind: 'scale', favourable: '2', unfavourable: '2' },
      { question_id: 'q3', kind: 'scale', favourable: '2', unfavourable: '2' },
    ]);
  });

  it('has a rate of each side, of everybody, with its range, and no 好评率', async () => {
    const [good] = await figures({
      subject_kind: 'programme',
      period: 'all',
      measure: 'favourable_rate',
      question_id: 'q2',
    });
    const [bad] = await figures({
      subject_kind: 'programme',
      period: 'all',
      measure: 'unfavourable_rate',
      question_id: 'q2',
    });
    const told = (await second.rows('answers')).filter(
      ({ question_id, subject_kind, period }) =>
        question_id === 'q2' && subject_kind === 'programme' && period === 'all',
    );
    const counts = told.map(({ count }) => Number(count));
    expect(told[0]?.['base']).toBe('888');
    expect(good).toMatchObject({
      count: String((counts[0] ?? 0) + (counts[1] ?? 0)),
      base: '888',
      status: 'shown',
    });
    expect(bad).toMatchObject({
      count: String((counts[3] ?? 0) + (counts[4] ?? 0)),
      base: '888',
      status: 'shown',
    });
    expect(Number(good?.['low'])).toBeLessThan(Number(good?.['value']));
    expect(await figures({ measure: 'positive_rate' })).toEqual([]);
  });

  it('has them by ward and by period, with the chart, the changes and the drift of a rate that is followed', async () => {
    const wardsTold = await figures({
      subject_kind: 'department',
      period: 'all',
      measure: 'favourable_rate',
      question_id: 'q2',
    });
    expect(wardsTold.map(({ subject_id, status }) => [subject_id, status])).toEqual([
      ['w0', 'shown'],
      ['w1', 'shown'],
      // Else the last could be worked out of all together.
      ['w2', 'withheld'],
      ['w3', 'withheld'],
    ]);
    const periods = await figures({
      subject_kind: 'programme',
      measure: 'favourable_rate',
      question_id: 'q2',
    });
    const charted = periods.filter(({ limits }) => limits !== '');
    expect(charted).toHaveLength(8);
    const of = { subject_kind: 'programme', question_id: 'q2' };
    expect(await figures({ ...of, measure: 'favourable_rate_on_previous' })).toHaveLength(7);
    expect(await figures({ ...of, measure: 'favourable_rate_on_year' })).toHaveLength(4);
    expect(await figures({ ...of, measure: 'favourable_rate_drift' })).toHaveLength(1);
  });

  it('says nothing of a ward where few answered, and all of them alike', async () => {
    const told = await figures({ subject_kind: 'department', subject_id: 'w3', question_id: 'q2' });
    expect(told.length).toBeGreaterThan(3);
    for (const { measure, count, value } of told) expect([measure, count, value]).toEqual([measure, '', '']);
  });

  it('can be counted again to the last figure from the public files', async () => {
    const { differences, counted } = await verify(site);
    expect(differences).toEqual([]);
    expect([...counted.unfounded.keys()].sort()).toEqual(['active_share', 'evaluation_rate', 'responses']);
  });

  it('gives the auditor nothing to learn from both releases', async () => {
    expect(await attack(site)).toMatchObject({ states: 2, leaks: [] });
  });
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDay } from '../model/is-day.ts';
import { measures } from '../model/measure.ts';
import { allTime, figureStatuses, wholeProgramme } from '../model/published.ts';
import { regionalMeasures, regionalSurveyMeasure, type RegionalMeasure } from '../model/regional.ts';
import { sha256 } from '../verify/check-hashes.ts';
import type { Difference } from '../verify/difference.ts';
import { readCodebook } from '../verify/codebook.ts';
import { filesIn } from '../verify/files-in.ts';
import { cell, numberIn, readPublic, rowsOf, type PublicTables, type Row } from '../verify/read-table.ts';
import { verify, type Verified } from '../verify/verify.ts';
import type { City } from './city.ts';
import { copyPackage } from './copy-package.ts';
import { assureSize } from './package-size.ts';
import { Refusal } from './refusal.ts';
import type { Source } from './source.ts';

const index = 'data/index.csv';
const sums = 'data/latest/SHA256SUMS';

/** What was wrong, in words for readers of the overview. */
const kindWords: Readonly<Record<Difference['check'], readonly [zh: string, en: string]>> = {
  hash: ['文件与它自己的校验值对不上', 'files differ from their own hashes'],
  chain: ['各期发布记录连不上', 'the records of its releases do not chain'],
  form: [
    '表格不合它的声明，也许是用别的版本的程序生成的',
    'tables are not as declared, perhaps by another version of the program',
  ],
  copy: ['同一张表的几种格式不一致', 'forms of one table differ'],
  key: ['表与表之间对不上', 'tables do not fit each other'],
  total: ['合计对不上', 'totals do not add up'],
  history: ['问题的状态与经过对不上', 'what became of findings does not follow from their events'],
  recount: ['数字与公开的表重新算出的不同', 'figures differ from those counted again from its tables'],
  protection: ['应当保护的小数没有保护好', 'small groups are not protected as they must be'],
  page: ['网页与表格不同', 'pages differ from the tables'],
};

function refused(differences: readonly Difference[], version: string): Refusal {
  const kinds = [...new Set(differences.map(({ check }) => check))];
  const by =
    version === ''
      ? { zh: '', en: '' }
      : { zh: `（生成它的程序是 ${version} 版）`, en: ` (made by version ${version})` };
  return new Refusal(
    {
      zh: `没有通过核验：${kinds.map((kind) => kindWords[kind][0]).join('；')}${by.zh}`,
      en: `it did not hold: ${kinds.map((kind) => kindWords[kind][1]).join('; ')}${by.en}`,
    },
    differences,
  );
}

const factsOf = ({ programme }: Pick<PublicTables, 'programme'>) =>
  Object.fromEntries(programme.map((row) => [cell(row, 'field'), cell(row, 'value')]));

/** The version that a package says it was made by, as far as it can be read. */
async function versionOf(read: (name: string) => Promise<Uint8Array>): Promise<string> {
  try {
    return factsOf({ programme: rowsOf(await read('data/latest/programme.csv')) })['version'] ?? '';
  } catch {
    return '';
  }
}

/** Whether people are asked and nobody goes to look: no problem found is no finding of a city that looks for none. */
const isSurveyOnly = ({ findings, visits, questions }: PublicTables) =>
  questions.length > 0 && findings.length + visits.length === 0;

/** The figures of the whole programme over all time that an overview shows. */
function figuresOf(tables: PublicTables, question: string): City['figures'] {
  const { figures } = tables;
  const shown: readonly RegionalMeasure[] = isSurveyOnly(tables) ? [regionalSurveyMeasure] : regionalMeasures;
  const whole = figures.filter(
    (row) =>
      cell(row, 'subject_kind') === 'programme' &&
      cell(row, 'subject_id') === wholeProgramme &&
      cell(row, 'period') === allTime,
  );
  const found = shown.flatMap((measure): [RegionalMeasure, Row][] => {
    const asked = measure === regionalSurveyMeasure ? question : '';
    if (measure === regionalSurveyMeasure && question === '') return [];
    const row = whole.find((one) => cell(one, 'measure') === measure && cell(one, 'question_id') === asked);
    return row === undefined ? [] : [[measure, row]];
  });
  return Object.fromEntries(found);
}

/** The measures that a city defines as we do: kind and formula are the same. */
function sameDefinitions(tables: PublicTables): RegionalMeasure[] {
  return regionalMeasures.filter((name) => {
    const ours = measures.find(({ measure }) => measure === name);
    const theirs = tables.measures.find((row) => cell(row, 'measure') === name);
    return ours?.kind === cell(theirs, 'kind') && ours.formula === cell(theirs, 'formula');
  });
}

/** The release that the tables are; null where none was made or the data have changed since. */
function releaseOf({ releases, release_changes: changes }: PublicTables, cutoff: string): City['release'] {
  const last = releases.at(-1);
  const number = numberIn(last, 'release') ?? 0;
  const isNow =
    cell(last, 'cutoff') === cutoff && changes.every((row) => (numberIn(row, 'release') ?? 0) <= number);
  return last !== undefined && isNow
    ? { number: cell(last, 'release'), publishedOn: cell(last, 'published_on') }
    : null;
}

/** Whether a figure is one by which a city can be held against others: whole counts, a part no larger than its whole. */
function isSound(row: Row): boolean {
  const [count, base] = [numberIn(row, 'count'), numberIn(row, 'base')];
  const whole = [count, base].every((one) => one === null || (Number.isSafeInteger(one) && one >= 0));
  const numbers = ['value', 'low', 'high'].map((column) => numberIn(row, column) ?? 0);
  const isKnown = figureStatuses.some(({ code }) => code === cell(row, 'status'));
  return (
    whole && (count === null || base === null || count <= base) && numbers.every(Number.isFinite) && isKnown
  );
}

/** Refuses what the checks of a package let pass because they take it as text: days that are none, figures that are none. */
function assureSound({ facts, dataFrom, release, figures }: City): void {
  const days = [facts['cutoff'] ?? '', dataFrom, release?.publishedOn ?? dataFrom];
  if (days.every(isDay) && Object.values(figures).every(isSound)) return;
  throw new Refusal({
    zh: '它的截止日、期次或数字不成样子',
    en: 'its cut-off, its release or its figures are not what such things are',
  });
}

function cityOf(
  tables: PublicTables,
  { counted, releases }: Verified,
  files: readonly Row[],
  hash: string,
): City {
  const facts = factsOf(tables);
  const question = facts['overall_question'] ?? '';
  return {
    facts,
    figures: figuresOf(tables, question),
    sameDefinition: sameDefinitions(tables),
    question: tables.questions.find((row) => cell(row, 'question_id') === question) ?? null,
    dataFrom: cell(files[0], 'data_from'),
    release: releaseOf(tables, facts['cutoff'] ?? ''),
    checked: { files: files.length, figures: counted.figures, recounted: counted.recounted, releases },
    sha256: hash,
  };
}

/** Verifies the package in the folder of a site, and takes from it what an overview shows. Throws a refusal where it does not hold. */
async function readFolder(folder: string, name: string, most: number): Promise<City> {
  const files = await filesIn(folder, 'data').catch(() => null);
  if (files === null || !files.names.includes(index))
    throw new Refusal({
      zh: `${name} 里没有生成好的网站：没有 ${index}`,
      en: `${name} holds no built site: there is no ${index}`,
    });
  await assureSize(folder, files.names, most);
  const verified = await verify(files);
  if (verified.differences.length > 0) throw refused(verified.differences, await versionOf(files.read));
  const listed = rowsOf(await files.read(index));
  const tables = await readPublic(files, await readCodebook(files));
  const city = cityOf(tables, verified, listed, await sha256(await files.read(sums)));
  assureSound(city);
  return city;
}

/**
 * Reads the published package of a city: fetched if it is far, its hashes, chain, totals and figures checked, and only then
 * taken. Throws a refusal that says what does not hold.
 */
export async function readCity(source: Source, most: number): Promise<City> {
  if (source.is === 'folder') return await readFolder(source.folder, source.folder, most);
  const copy = await mkdtemp(join(tmpdir(), 'zhaocha-city-'));
  try {
    await copyPackage(source.address, copy, most);
    return await readFolder(copy, source.address, most);
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

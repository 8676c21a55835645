import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { published, type TableName } from '../../../src/model/published.ts';
import { fileColumns } from '../../../src/model/table.ts';
import { writeParquet } from '../../../src/pipeline/package/parquet-form.ts';
import { checkForms } from '../../../src/verify/forms/check-forms.ts';
import { csvRows, sharedTexts } from '../../../src/verify/forms/form-rows.ts';
import { asFiles, attackedProgramme, textOf, withText, type Site } from '../attack/attacked-programme.ts';

/* Every form and copy of a table says what its CSV says, read again from what was written. */

let site: Site;

beforeAll(async () => {
  site = await attackedProgramme(1);
});

const latest = 'data/latest';

/** The site with a text of one file changed; it must be there. */
function tampered(name: string, from: RegExp, to: string): Site {
  const before = textOf(site, name);
  const after = before.replace(from, to);
  if (after === before) throw new Error(`${name} was not changed`);
  return withText(site, name, after);
}

/** The site with a text of one entry of an archive changed. */
function repacked(name: string, entry: string, from: RegExp, to: string): Site {
  const entries = unzipSync(site.get(name) ?? new Uint8Array());
  const before = strFromU8(entries[entry] ?? new Uint8Array());
  const after = before.replace(from, to);
  if (after === before) throw new Error(`${entry} was not changed`);
  return new Map([...site, [name, zipSync({ ...entries, [entry]: strToU8(after) })]]);
}

/** The site with the Parquet of a table made of another CSV. */
async function otherParquet(table: TableName, from: RegExp, to: string): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), 'zhaocha-forms-'));
  const [csv, parquet] = [join(folder, 'table.csv'), join(folder, 'table.parquet')];
  await writeFile(csv, textOf(tampered(`${latest}/${table}.csv`, from, to), `${latest}/${table}.csv`));
  await writeParquet([{ csv, parquet, columns: fileColumns(published[table], ['zh', 'en']) }]);
  const bytes = await readFile(parquet);
  await rm(folder, { recursive: true });
  return new Map([...site, [`${latest}/${table}.parquet`, bytes]]);
}

const partOfBook = (name: string) =>
  unzipSync(site.get(`${latest}/tables.xlsx`) ?? new Uint8Array())[name] ?? new Uint8Array();

/** The sheet that holds a table. */
function sheetOf(table: TableName): string {
  const list = strFromU8(partOfBook('xl/workbook.xml'));
  const number = new RegExp(`<sheet name="${table}" sheetId="(\\d+)"`).exec(list)?.[1];
  return `xl/worksheets/sheet${number}.xml`;
}

/** A blank cell of a row of a sheet, before, between and after cells that hold some texts. */
function blankAmong(before: string, between: string, after: string): RegExp {
  const texts = sharedTexts(partOfBook('xl/sharedStrings.xml'));
  const cell = (text: string) => `t="s"><v>${texts.indexOf(text)}</v>`;
  const on = '(?:(?!<row>).)*?';
  return new RegExp(`(${cell(before)}${on}${cell(between)}${on})<c/>(${on}${cell(after)})`, 's');
}

const wheres = async (of: Site, wanted: 'withheld' | 'all' = 'withheld') =>
  (await checkForms(asFiles(of), wanted)).map(({ where }) => where);

describe('checkForms', () => {
  it.each(['withheld', 'all'] as const)('finds that all forms say the same (%s rows)', async (wanted) => {
    const rows = csvRows(
      site.get(`${latest}/figures.csv`) ?? new Uint8Array(),
      fileColumns(published.figures, ['zh', 'en']),
      wanted,
    );
    expect(rows.rows.length).toBeGreaterThan(20);
    expect(await checkForms(asFiles(site), wanted)).toEqual([]);
  });

  it.each([
    [
      'a number in the JSON of a withheld row',
      () =>
        tampered(
          `${latest}/figures.json`,
          /("subject_id":"police","period":"all","measure":"responses".*?"count":)null/,
          '$13',
        ),
      `${latest}/figures.json, figures`,
    ],
    [
      'a row that the JSON shows',
      () => tampered(`${latest}/answers.json`, /("subject_id":"police".*?"status":)"withheld"/, '$1"shown"'),
      `${latest}/answers.json, answers`,
    ],
    [
      'a row that the JSON lacks',
      () =>
        tampered(
          `${latest}/answers.json`,
          /\{"question_id":"overall","subject_kind":"department","subject_id":"police".*?\},\n/,
          '',
        ),
      `${latest}/answers.json, answers`,
    ],
    [
      'a number in the sheet',
      () =>
        repacked(
          `${latest}/tables.xlsx`,
          sheetOf('figures'),
          blankAmong('police', 'responses', 'withheld'),
          '$1<c><v>3</v></c>$2',
        ),
      `${latest}/tables.xlsx, figures`,
    ],
    [
      'a number in the archive',
      () =>
        repacked(
          `${latest}/all.zip`,
          'figures.csv',
          /department,police,all,responses,,,/,
          'department,police,all,responses,,3,',
        ),
      `${latest}/all.zip, figures.csv`,
    ],
    [
      'a number in the table of one hall',
      () =>
        tampered(
          'data/halls/north/figures.csv',
          /hall,north,all,responses,,,/,
          'hall,north,all,responses,,4,',
        ),
      'data/halls/north/figures.csv',
    ],
    [
      'a number in what the table of one department repeats',
      () =>
        tampered(
          'data/departments/police/last_told.csv',
          /$/,
          'department,police,all,answered,overall,,12,,12,,,1,2025-07-15\r\n',
        ),
      'data/departments/police/last_told.csv',
    ],
    [
      'a number in the JSON of one department',
      () => tampered('data/departments/police/answers.json', /"count":null/, '"count":3'),
      'data/departments/police/answers.json',
    ],
  ])('finds %s', async (_, change, where) => {
    expect(await wheres(change())).toContain(where);
  });

  it('finds a number in the Parquet', async () => {
    const changed = await otherParquet(
      'figures',
      /department,police,all,responses,,,/,
      'department,police,all,responses,,3,',
    );
    expect(await wheres(changed)).toEqual([`${latest}/figures.parquet, figures`]);
  });

  it('finds another number in a shown row where all rows are compared', async () => {
    const changed = tampered(
      `${latest}/figures.json`,
      /("subject_id":"tax","period":"all","measure":"responses".*?"count":)364/,
      '$1365',
    );
    expect(await wheres(changed)).toEqual([]);
    expect(await wheres(changed, 'all')).toEqual([`${latest}/figures.json, figures`]);
  });
});

describe('csvRows', () => {
  const columns = fileColumns(published.answers, ['zh']);
  const line = (answer: string) => `q,department,tax,all,a,${answer},1,,,,,,withheld`;

  it('takes a line break in a cell for what it is', () => {
    const bytes = new TextEncoder().encode(`head\r\n${line('"one\r\ntwo"')}\r\n${line('three')}\r\n`);
    const { count, rows } = csvRows(bytes, columns, 'withheld');
    expect(count).toBe(2);
    expect(rows.map((row) => row.split('\u001f')[5])).toEqual(['one\r\ntwo', 'three']);
  });
});

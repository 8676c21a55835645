import { existsSync, readFileSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unescapeFormula } from '../../../src/model/formula.ts';
import { published, type TableName } from '../../../src/model/published.ts';
import { fileColumns } from '../../../src/model/table.ts';
import { contentHash } from '../../../src/pipeline/check/personal/content-hash.ts';
import { withoutSteering } from '../../../src/pipeline/check/text.ts';
import {
  runFolder,
  runSmall,
  settingsText,
  writeProgramme,
  type Files,
  type Result,
} from '../small-programme.ts';

const nasty = '=HYPERLINK("http://x"),第一行\r\n“第二行”; <b>x</b>\t';
const files: Files = {
  'programme.yaml': settingsText({ tolerate: '[formula-in-cell, markup-in-cell]' }),
  'drops/1.csv': Papa.unparse([
    {
      finding_id: 'F1',
      kind: 'problem',
      found_on: '2025-04-21',
      title_zh: nasty,
      department: 'police',
      severity: 'serious',
      hall: 'centre',
    },
    {
      finding_id: 'F2',
      kind: 'commendation',
      found_on: '2025-01-31',
      title_zh: '-5 度也开门',
      department: 'tax',
      severity: '',
      hall: '',
    },
  ]),
  'drops/2.csv':
    'visit_id,on,hall,channel\nV1,2025-05-15,centre,onsite\nV2,2025-05-16,centre,onsite\nV3,2025-08-01,north,\n',
};

describe('publish', () => {
  let result: Result;
  beforeAll(async () => {
    result = await runFolder(await writeProgramme(files));
  });
  afterAll(() => rm(result.folder, { recursive: true }));

  it('writes every declared table, with its columns, in UTF-8 without BOM and with CRLF', async () => {
    const { folder } = result;
    const names = await readdir(join(folder, 'tables/latest'));
    expect(names.sort()).toEqual(
      Object.keys(published)
        .map((name) => `${name}.csv`)
        .sort(),
    );
    for (const name of Object.keys(published) as TableName[]) {
      const bytes = await readFile(join(folder, 'tables/latest', `${name}.csv`));
      const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
      expect(text.startsWith('\ufeff'), name).toBe(false);
      expect(text.endsWith('\r\n'), name).toBe(true);
      // No lone line feed but inside quotes.
      expect(
        text
          .replaceAll(/"[^"]*"/g, '')
          .replaceAll('\r\n', '')
          .includes('\n'),
        name,
      ).toBe(false);
      const { data, errors } = Papa.parse<string[]>(text.slice(0, -2), { newline: '\r\n', delimiter: ',' });
      expect(errors).toEqual([]);
      const header = fileColumns(published[name], ['zh', 'en']).map((column) => column.name);
      expect(data[0]).toEqual(header);
      for (const row of data) expect(row).toHaveLength(header.length);
      expect(text).not.toMatch(/NaN|undefined|\[object/);
    }
  });

  it('keeps a hostile text whole, and no spreadsheet runs it', async () => {
    const [first, second] = await result.rows('findings');
    expect(first?.['title_zh']).toBe(`'${nasty.trim()}`);
    expect(unescapeFormula(first?.['title_zh'] ?? '')).toBe(nasty.trim());
    expect(second?.['title_zh']).toBe("'-5 度也开门");
    expect(await result.rows('quality')).toContainEqual(
      expect.objectContaining({ drop: '1.csv', outcome: 'noted', reason: 'formula-in-cell', rows: '1' }),
    );
  });

  it('gives the keys of each table once', async () => {
    for (const name of Object.keys(published) as TableName[]) {
      const keys = (await result.rows(name)).map((row) =>
        published[name].key.map((column) => row[column]).join('|'),
      );
      expect(keys, name).toEqual([...new Set(keys)]);
    }
  });

  it('names nothing in a table that the table it refers to does not have', async () => {
    for (const [name, table] of Object.entries(published))
      for (const column of table.columns)
        if ('references' in column) {
          const target = published[column.references as TableName];
          const ids = new Set(
            (await result.rows(column.references as TableName)).map((row) => row[target.key[0]]),
          );
          for (const row of await result.rows(name as TableName)) {
            const id = row[column.name] ?? '';
            expect(id === '' || ids.has(id), `${name}.${column.name} ${id}`).toBe(true);
          }
        }
  });

  it('publishes visits up to the cut-off, counted', async () => {
    expect(await result.rows('visits')).toEqual([
      {
        period: '2025-Q2',
        cohort_id: '',
        hall_id: 'centre',
        department_id: '',
        service_id: '',
        channel: 'onsite',
        visits: '2',
      },
    ]);
    const periods = await result.rows('periods');
    expect(periods.map((row) => [row['period'], row['complete']])).toEqual([
      ['2025-Q1', 'true'],
      ['2025-Q2', 'true'],
    ]);
  });

  it('writes the same bytes from the same drops, in any order of reading and time zone', async () => {
    const zone = process.env['TZ'];
    const texts: string[] = [];
    try {
      for (const name of ['Asia/Shanghai', 'America/New_York', 'Pacific/Apia']) {
        process.env['TZ'] = name;
        const { text } = await runSmall(files);
        const all = await Promise.all((Object.keys(published) as TableName[]).map(text));
        texts.push(all.join(''));
      }
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
    expect(texts[1]).toBe(texts[0]);
    expect(texts[2]).toBe(texts[0]);
  });
});

const naughty = resolve(import.meta.dirname, '../../../../shared/data/blns/blns.json');

describe('a language whose tag has two parts', () => {
  it('has its own columns, as any other', async () => {
    const result = await runSmall({
      'programme.yaml': settingsText({ languages: '[zh, en, zh-Hant]' }),
      'drops/1.csv': Papa.unparse([
        {
          finding_id: 'F1',
          kind: 'problem',
          found_on: '2025-04-21',
          title_zh: '叫号机坏了',
          'title_zh-Hant': '叫號機壞了',
          department: 'police',
          severity: 'serious',
        },
      ]),
    });
    expect(result.problems.map(({ code }) => code)).toEqual([]);
    expect((await result.rows('findings'))[0]).toMatchObject({ 'title_zh-Hant': '叫號機壞了', reply_zh: '' });
  });
});

describe.runIf(existsSync(naughty))('the big list of naughty strings', () => {
  it('goes through as text, every string whole but for signs that steer a screen, once a person has decided about the one with a name in it', async () => {
    const strings = (JSON.parse(readFileSync(naughty, 'utf8')) as string[])
      .map((text) => Buffer.from(text).toString('utf8').trim())
      // Titles of nothing that is seen must be filled in.
      .filter((text) => !/^[\s\p{Cc}\p{Cf}]*$/u.test(text));
    const findings = strings.map((title_zh, place) => ({
      finding_id: `F${String(place).padStart(4, '0')}`,
      kind: 'problem',
      found_on: '2025-04-21',
      title_zh,
      department: 'police',
      severity: 'minor',
    }));
    const result = await runSmall({
      'programme.yaml': settingsText({ tolerate: '[formula-in-cell, markup-in-cell]' }),
      'lookup/redactions.csv': `hash,decision\n${contentHash('Dr. Herman I. Libshitz')},kept\n`,
      'drops/1.csv': Papa.unparse(findings),
    });
    expect(result.outcome.published).toBe(true);
    const titles = (await result.rows('findings')).map((row) => unescapeFormula(row['title_zh'] ?? ''));
    expect(titles).toEqual(strings.map(withoutSteering));
  });
});

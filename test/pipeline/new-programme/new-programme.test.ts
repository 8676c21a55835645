import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NewProgramme } from '../../../src/model/new-programme.ts';
import { beginProgramme, FolderTaken } from '../../../src/pipeline/new-programme/begin-programme.ts';
import { listOfNames } from '../../../src/pipeline/new-programme/list-of-names.ts';
import { rehearse } from '../../../src/pipeline/rehearse.ts';
import { run } from '../../../src/pipeline/run.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhaocha-new-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const name = (zh: string, en = '', short = '', id = '') => ({ zh, en, short, id });

const programme: NewProgramme = {
  name: { zh: '海州“体验官”: 一', en: 'Haizhou' },
  city: { zh: '海州市', en: 'Haizhou' },
  publisher: { zh: '办公室', en: 'Office' },
  officers: { zh: '体验官', en: 'officer' },
  contact: 'office@example.org',
  corrections: 'office@example.org',
  languages: ['zh', 'en'],
  startsOn: '2026-12-01',
  deadlines: { serious: 5, ordinary: 10, minor: 20 },
  licence: { name: { zh: '署名', en: 'Attribution' }, url: 'https://example.org/licence' },
  lists: {
    departments: [
      name('市公安局', 'Police', '公安局'),
      name('市公安局交警支队', '', '公安局'),
      name('税务局', '', '', 'tax'),
    ],
    halls: [name('=政务中心')],
  },
};

describe('a new programme', () => {
  it('is written whole, with lists whose ids are made of how names are said', async () => {
    const data = join(folder, 'one');
    const files = await beginProgramme(data, 'one', programme);
    expect(files.filter((file) => !existsSync(join(data, file)))).toEqual([]);
    expect(readFileSync(join(data, 'lookup/departments.csv'), 'utf8').split('\n')).toEqual([
      'id,name_zh,name_en,short_zh,short_en,pinyin,since,until,successor',
      'gonganju,市公安局,Police,公安局,,shi gong an ju,,,',
      'gonganju-2,市公安局交警支队,,公安局,,shi gong an ju jiao jing zhi dui,,,',
      'tax,税务局,,,,shui wu ju,,,',
      '',
    ]);
    expect(readFileSync(join(data, 'README.md'), 'utf8')).toContain('npm run check -- --data one');
    expect(readdirSync(folder)).toEqual(['one']);
  });

  it('publishes at once, up to its first day, and says that there is nothing yet', async () => {
    const options = { data: join(folder, 'one'), cache: join(folder, 'cache'), version: 'test' };
    const tables = join(folder, 'tables');
    const { published, problems } = await run({ ...options, tables });
    expect(problems).toEqual([{ code: 'no-drops', file: 'drops' }]);
    expect(published).toBe(true);
    const facts = readFileSync(join(tables, 'latest', 'programme.csv'), 'utf8');
    expect(facts).toContain('\r\ncutoff,2026-12-01\r\n');
    expect(facts).toContain('\r\ndeadline_serious,5\r\n');
    const { changes } = await rehearse({ ...options, site: join(folder, 'nowhere'), most: 5 });
    expect(changes).toMatchObject({ live: null, cutoff: '2026-12-01', findings: { new: { count: 0 } } });
  });

  it('speaks up to its latest date as soon as it has a drop', async () => {
    const data = join(folder, 'one');
    const drop = join(data, 'drops', '2026-12.csv');
    writeFileSync(
      drop,
      'finding_id,kind,found_on,title_zh,department,severity\nA1,problem,2026-12-20,排队太久,税务局,一般\n',
    );
    const tables = join(folder, 'tables');
    await run({ data, cache: join(folder, 'cache'), tables, version: 'test' });
    expect(readFileSync(join(tables, 'latest', 'programme.csv'), 'utf8')).toContain('cutoff,2026-12-20\r\n');
  });

  it('says what those who look are called, where that is not the usual name', async () => {
    const settingsOf = async (at: string, changes: Partial<NewProgramme>) => {
      await beginProgramme(join(folder, at), at, { ...programme, ...changes });
      return readFileSync(join(folder, at, 'programme.yaml'), 'utf8');
    };
    expect(await settingsOf('usual', {})).toContain('\n# officers: { zh: 检查人员, en: inspector }\n');
    const officers = { zh: '监督员', en: 'supervisor' };
    expect(await settingsOf('others', { officers })).toContain(
      '\nofficers: { zh: "监督员", en: "supervisor" }\n',
    );
    expect(await settingsOf('chinese', { officers, languages: ['zh'] })).toContain(
      '\nofficers: { zh: "监督员" }\n',
    );
    const options = { data: join(folder, 'others'), cache: join(folder, 'cache'), version: 'test' };
    await run({ ...options, tables: join(folder, 'tables') });
    expect(readFileSync(join(folder, 'tables', 'latest', 'programme.csv'), 'utf8')).toContain(
      'officer_zh,监督员\r\nofficer_en,supervisor\r\n',
    );
  });

  it('touches nothing where something is', async () => {
    await expect(beginProgramme(join(folder, 'one'), 'one', programme)).rejects.toBeInstanceOf(FolderTaken);
    const file = join(folder, 'a-file');
    writeFileSync(file, 'precious');
    await expect(beginProgramme(file, 'a-file', programme)).rejects.toBeInstanceOf(FolderTaken);
    expect(readFileSync(file, 'utf8')).toBe('precious');
    mkdirSync(join(folder, 'empty'));
    await beginProgramme(join(folder, 'empty'), 'empty', { ...programme, languages: ['zh'], lists: {} });
    expect(existsSync(join(folder, 'empty', 'programme.yaml'))).toBe(true);
  });
});

it('says beside the languages which others there are, for whoever wants a third one', async () => {
  const at = join(folder, 'third');
  await beginProgramme(at, 'third', { ...programme, languages: ['zh'], lists: {} });
  expect(readFileSync(join(at, 'programme.yaml'), 'utf8')).toMatch(
    /zh-Hant \(the site speaks it\); another needs its words first: README of the tool, “a language”\nlanguages: \[zh\]/,
  );
});

describe('listOfNames', () => {
  it.each([
    ['names one a line', [['公安局'], ['税务局']], [name('公安局'), name('税务局')]],
    [
      'a head, in any order',
      [
        ['简称', '部门名称'],
        ['公安', '公安局'],
      ],
      [name('公安局', '', '公安')],
    ],
    [
      'our own columns',
      [
        ['id', 'name_zh', 'name_en'],
        ['p', '公安局', 'Police'],
      ],
      [name('公安局', 'Police', '', 'p')],
    ],
    [
      'numbers in front, English behind',
      [
        ['1', '公安局', 'Police'],
        ['2', '税务局', 'Tax'],
      ],
      [name('公安局', 'Police'), name('税务局', 'Tax')],
    ],
    ['short names behind', [['市公安局', '公安局']], [name('市公安局', '', '公安局')]],
    ['English only', [['Police Bureau'], [''], ['Tax']], [name('', 'Police Bureau'), name('', 'Tax')]],
  ])('takes %s', (_, rows, names) => {
    expect(listOfNames(rows)).toEqual({ names });
  });

  it.each([
    ['an empty list', [['', ' ']], 'empty'],
    ['a head without names', [['名称', '简称']], 'no name'],
    ['a name that stands there twice', [['公安局'], ['税务局'], ['公安局']], 'twice'],
  ])('refuses %s and says why', (_, rows, why) => {
    const read = listOfNames(rows);
    expect('refused' in read ? read.refused.en : '').toContain(why);
  });
});

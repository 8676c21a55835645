import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentHash } from '../../../src/pipeline/check/personal/content-hash.ts';
import { runSmall, settingsText, type Files, type Result } from '../small-programme.ts';

const phone = '13800138000';
const text = `联系人张三丰，电话${phone}`;
const note = `已电话告知李女士${phone}`;
const drops: Files = {
  'drops/1.csv': `finding_id,kind,found_on,title_zh,description_zh,department\nF1,problem,2025-04-21,等候太久,"${text}",police\nF2,problem,2025-04-22,指南不清,,tax\n`,
  'drops/2.csv': `finding_id,event,on,note_zh\nF2,replied,2025-04-23,${note}\n`,
};

/** Every table that a run wrote, as one text. */
async function allTables(folder: string): Promise<string> {
  const below = join(folder, 'tables', 'latest');
  const names = (await readdir(below)).filter((name) => name.endsWith('.csv'));
  return (await Promise.all(names.map((name) => readFile(join(below, name), 'utf8')))).join('\n');
}

describe('a row whose text may give somebody away', () => {
  it('is held back, titles, descriptions and notes alike, and nothing is published', async () => {
    const result = await runSmall(drops);
    expect(result.problems.map(({ code, file, row, column }) => [code, file, row, column])).toEqual([
      ['personal-data', '1.csv', 2, 'description_zh'],
      ['personal-data', '2.csv', 2, 'note_zh'],
    ]);
    expect(result.outcome).toMatchObject({ fatal: true, published: false });
    expect(result.outcome.drops.map(({ account }) => account)).toEqual([
      { read: 2, used: 1, setAside: { 'personal-data': 1 } },
      { read: 1, used: 0, setAside: { 'personal-data': 1 } },
    ]);
    expect(JSON.stringify(result.outcome)).not.toContain(phone);
  });

  it('is published as a person decided, once, and a decision that no text needs is named', async () => {
    const lines = [
      `${contentHash(text)},redacted,联系方式已隐去`,
      `${contentHash(note)},redacted,已电话告知`,
      '0123456789abcdef,kept,',
    ];
    const result = await runSmall({
      ...drops,
      'lookup/redactions.csv': `hash,decision,replacement\n${lines.join('\n')}\n`,
    });
    expect(result.problems).toEqual([
      { code: 'unused-redaction', file: 'lookup/redactions.csv', value: '0123456789abcdef' },
    ]);
    expect((await result.rows('findings')).map((row) => row['description_zh'])).toEqual([
      '联系方式已隐去',
      '',
    ]);
    expect((await result.rows('finding_events')).map((row) => row['note_zh'])).toContain('已电话告知');
    expect(await allTables(result.folder)).not.toMatch(new RegExp(`${phone}|张三丰`));
  });

  it('stays what the office gives out itself, where the settings say so', async () => {
    const result = await runSmall({
      'programme.yaml': settingsText({ public_contacts: "['010-6555 1234']" }),
      'drops/1.csv':
        'finding_id,kind,found_on,title_zh,department\nF1,problem,2025-04-21,拨打（010）65551234无人接,police\n',
    });
    expect(result.outcome.published).toBe(true);
  });
});

describe('the list of redactions', () => {
  it.each([
    ['a decision that there is not', 'aaaa,deleted,x', 'unknown-code'],
    ['a redaction without its text', 'aaaa,redacted,', 'missing-value'],
    ['two decisions about one text', 'aaaa,kept,\naaaa,redacted,x', 'conflicting-row'],
  ])('may not hold %s', async (_, lines, code) => {
    const result = await runSmall({
      'lookup/redactions.csv': `hash,decision,replacement\n${lines}\n`,
      'drops/1.csv': 'finding_id,kind,found_on,title_zh,department\nF1,problem,2025-04-21,等,police\n',
    });
    expect(result.problems.map((problem) => problem.code)).toEqual([code]);
    expect(result.outcome.published).toBe(false);
  });
});

/** Where each problem stands. */
const told = ({ problems }: Result) =>
  problems.map(({ code, file, row, column }) => [code, file, row, column]);

describe('a list with a text that may give somebody away', () => {
  const departments = (name: string) =>
    `id,name_zh,name_en,short_zh\npolice,公安局,Police Bureau,\ntax,${name},Tax Bureau,\n`;
  const name = `税务局（联系人张三丰，${phone}）`;

  it('is told with file, row and column, veiled, and nothing is published', async () => {
    const result = await runSmall({
      'lookup/departments.csv': departments(name),
      'lookup/questions.csv':
        'id,survey,kind,name_zh\nq1,s,grade,给李女士（身份证11010519491231002X）打几分？\n',
      'lookup/choices.csv': 'scale,id,name_zh\nwho,a,其他\nwho,b,联系人：王小明\n',
    });
    expect(told(result)).toEqual([
      ['personal-data', 'lookup/departments.csv', 3, 'name_zh'],
      ['personal-data', 'lookup/questions.csv', 2, 'name_zh'],
      ['personal-data', 'lookup/choices.csv', 3, 'name_zh'],
      ['no-drops', 'drops', undefined, undefined],
    ]);
    expect(result.outcome).toMatchObject({ fatal: true, published: false });
    expect(JSON.stringify(result.problems)).not.toMatch(/张三丰|13800138000|王小明/);
  });

  it('is published as a person decided, by the same list of decisions', async () => {
    const result = await runSmall({
      'lookup/departments.csv': departments(name),
      'lookup/redactions.csv': `hash,decision,replacement\n${contentHash(name)},redacted,税务局\n`,
    });
    expect(told(result)).toEqual([['no-drops', 'drops', undefined, undefined]]);
    expect((await result.rows('departments')).map((row) => row['name_zh'])).toEqual(['公安局', '税务局']);
  });

  it('may name the telephone that the office gives out, as any text may', async () => {
    const result = await runSmall({
      'lookup/departments.csv': departments('税务局（010-6555 1234）'),
      'programme.yaml': settingsText({ public_contacts: "['010-6555 1234']" }),
    });
    expect(told(result)).toEqual([['no-drops', 'drops', undefined, undefined]]);
  });
});

describe('settings with a text that may give somebody away', () => {
  const layout = [
    'name: window',
    'gives: responses',
    'recognise: [答卷编号]',
    'columns: { response_id: 答卷编号, submitted_on: 日期, department: 部门 }',
    'scales:',
    '  who:',
    '    - { id: a, name: { zh: 窗口人员 } }',
    '    - { id: b, name: { zh: 联系人：王小明 } }',
    'codebook:',
    '  - id: q1',
    '    kind: single',
    '    name: { zh: 给李女士（身份证11010519491231002X）打几分？, en: Who was it }',
    '    column: 谁',
    '    scale: who',
    '  - id: q2',
    '    kind: single',
    '    name: { zh: 办成了吗？ }',
    '    column: 办成',
    '    choices: [{ id: yes, name: { zh: 成了 } }, { id: no, name: { zh: "没有，找13800138000" } }]',
  ];
  const publisher = '小市办公室（联系人张三丰，13800138000）';
  const settings = settingsText({
    publisher: `{ zh: "${publisher}", en: Office }`,
    endings: '{ else: { zh: "问王大力处长，13912345678", en: Ask } }',
    officers: '{ zh: 监督员 13912345678, en: supervisor }',
  });
  const lineOf = (text: string, part: string) =>
    text.split('\n').findIndex((line) => line.includes(part)) + 1;

  it('is told with file, line and column, veiled, and nothing is published', async () => {
    const result = await runSmall({
      'programme.yaml': settings,
      'layouts/window.yaml': `${layout.join('\n')}\n`,
    });
    expect(told(result)).toEqual([
      ['personal-data', 'programme.yaml', lineOf(settings, 'publisher'), '18'],
      ['personal-data', 'programme.yaml', lineOf(settings, 'officers'), '17'],
      ['personal-data', 'programme.yaml', lineOf(settings, 'endings'), '24'],
      ['personal-data', 'layouts/window.yaml', 12, '17'],
      ['personal-data', 'layouts/window.yaml', 19, '68'],
      ['personal-data', 'layouts/window.yaml', 8, '28'],
      ['no-drops', 'drops', undefined, undefined],
    ]);
    expect(result.outcome).toMatchObject({ fatal: true, published: false });
    expect(JSON.stringify(result.problems)).not.toMatch(/张三丰|王大力|王小明|13[89]\d{8}|1101051949/);
  });

  it('is published as a person decided, by the same list of decisions', async () => {
    const question = '给李女士（身份证11010519491231002X）打几分？';
    const result = await runSmall({
      'programme.yaml': settingsText({ publisher: `{ zh: "${publisher}", en: Office }` }),
      'layouts/window.yaml': `${layout.slice(0, 14).join('\n').replace('联系人：王小明', '其他人')}\n`,
      'lookup/redactions.csv': `hash,decision,replacement\n${contentHash(publisher)},redacted,小市办公室\n${contentHash(question)},redacted,给她打几分？\n`,
    });
    expect(told(result)).toEqual([['no-drops', 'drops', undefined, undefined]]);
    expect((await result.rows('questions')).map((row) => row['text_zh'])).toEqual(['给她打几分？']);
    expect(await result.rows('programme')).toContainEqual({ field: 'publisher_zh', value: '小市办公室' });
  });

  it('may hold what the office gives out: its mailboxes and telephones are no personal data', async () => {
    const result = await runSmall({
      'programme.yaml': settingsText({
        public_contacts: "['010-6555 1234']",
        publisher: '{ zh: 小市办公室（010-65551234，a@example.org）, en: Small City Office }',
      }),
    });
    expect(told(result)).toEqual([['no-drops', 'drops', undefined, undefined]]);
  });
});

import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { layoutSettings } from '../../src/model/layout.ts';
import { describeFile, type Given } from '../../src/pipeline/describe.ts';
import { keepLayout } from '../../src/pipeline/keep-layout.ts';
import { checkedRecords } from '../real/checked-records.ts';
import { mergedWorkbook } from './read/workbook/make-workbook.ts';
import { writeProgramme } from './small-programme.ts';

type Content = string | Uint8Array;

/** Describes a file of a small programme, as one does who puts it into the drops. */
async function described(name: string, content: Content, given: Given = new Map(), encoding?: string) {
  const folder = await writeProgramme({});
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await rm(join(folder, 'drops'), { recursive: true, force: true });
  await mkdir(join(folder, 'drops'));
  const path = join(folder, 'drops', name);
  await writeFile(path, content);
  const result = await describeFile({
    data: folder,
    path,
    forms: [],
    given,
    ...(encoding === undefined ? {} : { encoding }),
  });
  const [sheet] = result.sheets;
  const text = sheet?.is === 'proposed' ? sheet.text : '';
  return { folder, ...result, sheet, text, layout: text === '' ? null : layoutSettings.parse(parse(text)) };
}

async function checkedBy(folder: string, text: string) {
  await mkdir(join(folder, 'layouts'), { recursive: true });
  await writeFile(join(folder, 'layouts', 'draft.yaml'), text);
  return checkedRecords(folder);
}

const people = (row: (person: number) => string) =>
  Array.from({ length: 40 }, (_, person) => row(person)).join('\n');

/** Forty responses to a survey made with Microsoft Forms, in a programme with departments. */
const forms = `ID,Start time,Completion time,Email,Name,办理部门,您满意吗？,去过哪里？,怎么联系您？,有何建议？
${people(
  (person) =>
    `${person},2025-03-01 09:00:00,2025-03-01 09:05:00,anonymous,,公安局,${['非常满意', '满意', '基本满意', '不满意'][person % 4]},${['网上;', '网上;大厅;', '大厅;'][person % 3]},1390000${1000 + person},第 ${person} 条建议`,
)}
`;

describe('describeFile, a file that asks nothing', () => {
  it('drafts a layout that knows it by the columns that it has, though none is read', async () => {
    const { layout } = await described('名单.csv', '姓名,身份证号\n甲,1\n乙,2\n');
    expect(layout).toMatchObject({ recognise: ['姓名', '身份证号'], personal: ['姓名', '身份证号'] });
  });

  it('drafts one for a register too, where none of its columns is one of ours', async () => {
    const { layout } = await described('x.csv', 'aaa,bbb\n1,2\n', new Map([['gives', 'findings']]));
    expect(layout).toMatchObject({ gives: 'findings', recognise: ['aaa', 'bbb'] });
  });

  it.each(['\u202e\n', '\u200b,\u200b\n1,2\n'])('says of %j that it has no header', async (text) => {
    const { sheets, problems } = await described('x.csv', text);
    expect(sheets).toEqual([]);
    expect(problems).toMatchObject([{ code: 'unknown-layout', file: 'x.csv' }]);
  });
});

describe('describeFile, a survey', () => {
  it('says what the file is, and drafts a layout that its check is content with', async () => {
    const { sheet, layout, folder, text } = await described('满意度.csv', forms);
    expect(sheet).toMatchObject({
      is: 'proposed',
      name: 'microsoft-forms',
      said: { zh: 'Microsoft Forms，UTF-8，表头在第 1 行，数据 40 行' },
      open: [],
    });
    expect(layout).toMatchObject({
      vendor: 'microsoft-forms',
      id_prefix: 'microsoft-forms-',
      columns: { response_id: 'ID', submitted_on: 'Completion time', department: '办理部门' },
      personal: ['Email', 'Name', '怎么联系您?'],
      free_text: ['有何建议?'],
    });
    expect(layout?.codebook).toEqual([
      {
        id: 'q7',
        kind: 'grade',
        name: { zh: '您满意吗？' },
        column: '您满意吗?',
        choices: ['非常满意', '满意', '基本满意', '不满意', '非常不满意'].map((zh, place) => ({
          id: `a${place + 1}`,
          name: { zh },
        })),
      },
      {
        id: 'q8',
        kind: 'multiple',
        name: { zh: '去过哪里？' },
        column: '去过哪里?',
        choices: [
          { id: 'a1', name: { zh: '网上' } },
          { id: 'a2', name: { zh: '大厅' } },
        ],
      },
    ]);
    const [survey] = await checkedBy(folder, text);
    expect(survey?.problems).toEqual([]);
    expect(survey?.records[1]).toMatchObject({
      'question:q7': 'a2',
      'question:q8': 'a1|a2',
      department: 'police',
    });
  });

  it('asks nothing the second time: the layout is known', async () => {
    const { folder, text } = await described('满意度.csv', forms);
    await checkedBy(folder, text);
    const again = await describeFile({
      data: folder,
      path: join(folder, 'drops', '满意度.csv'),
      forms: [],
      given: new Map(),
    });
    expect(again.sheets).toEqual([{ is: 'known', file: '满意度.csv', layout: 'microsoft-forms' }]);
  });

  it('never writes what somebody said into the draft', async () => {
    const { text } = await described('满意度.csv', forms);
    expect(text).not.toMatch(/条建议|1390000/);
  });

  it('explains each part of the draft in Chinese and English', async () => {
    const { text } = await described('满意度.csv', forms);
    expect(text.split('\n').slice(0, 5)).toEqual([
      '# yaml-language-server: $schema=../layout.schema.json',
      '# 满意度.csv：Microsoft Forms，UTF-8，表头在第 1 行，数据 40 行',
      '# 满意度.csv: Microsoft Forms, UTF-8, header in row 1, 40 rows of data',
      '# 由 npm run describe 起草，请核对；改动后运行 npm run check。',
      '# Drafted by npm run describe. Correct it as you like, then run npm run check.',
    ]);
    expect(text).toContain('\n# 个人信息，从不读入\n# personal data, never read\npersonal:\n');
  });

  it('asks which comes first where day and month could be either, and keeps to the answer', async () => {
    const csv = `Timestamp,Fine?\n${people((person) => `1/${(person % 9) + 1}/2025 10:00:00,${person % 2 ? 'Yes' : 'No'}`)}\n`;
    const asked = await described('a.csv', csv);
    expect(asked.sheet).toMatchObject({ open: [{ id: 'dates', standard: 'MM/dd/yyyy HH:mm:ss' }] });
    expect(asked.text).toContain('# ? In the date “1/1/2025 10:00:00”, which comes first, month or day?');
    const answered = await described('a.csv', csv, new Map([['dates', 'dd/MM/yyyy HH:mm:ss']]));
    expect(answered.sheet).toMatchObject({ open: [] });
    expect(answered.layout?.dates).toEqual(['dd/MM/yyyy HH:mm:ss']);
  });

  it('numbers the responses by their rows where the tool’s own numbers are twice there, and leaves odd dates out', async () => {
    const csv = `ID,Start time,Completion time,Email,Name,您满意吗？\n${people((person) => `${person % 9},,第 ${person} 天,,,${person % 2 ? '满意' : '不满意'}`)}\n`;
    const { layout, folder, text } = await described('a.csv', csv);
    expect(layout).toMatchObject({
      row_number_as: 'response_id',
      columns: {},
      ignore: ['ID', 'Completion time'],
    });
    const [survey] = await checkedBy(folder, text);
    expect(survey?.problems).toEqual([]);
    expect(survey?.account.used).toBe(40);
  });

  it('takes the words of questions and answers from the XLSForm beside the data', async () => {
    const archive = zipSync({
      'data.csv': strToU8(
        `start,end,_uuid,water,other_text\n${people((person) => `2025-03-01T09:00:00+08,2025-03-01T09:05:00+08,u${person},${['well', 'river_bank', 'sea'][person % 3]},t${person}`)}\n`,
      ),
      'survey.csv': strToU8(
        'type,name,label::English (en),label::中文 (zh)\nselect_one source,water,Where from?,水从哪里来？\ntext,other_text,Else,其他\n',
      ),
      'choices.csv': strToU8(
        'list_name,name,label::English (en),label::中文 (zh)\nsource,well,A well,井\nsource,river-bank,A river,河\n',
      ),
    });
    const { layout, folder, text } = await described('kobo.zip', archive);
    expect(layout?.free_text).toEqual(['other_text']);
    expect(layout?.codebook).toEqual([
      {
        id: 'water',
        kind: 'single',
        name: { zh: '水从哪里来?', en: 'Where from?' },
        column: 'water',
        choices: [
          { id: 'well', name: { zh: '井', en: 'A well' } },
          { id: 'river-bank', name: { zh: '河', en: 'A river' }, is: ['river_bank'] },
          { id: 'other', name: { zh: '其他（自填）', en: 'Other (written in)' } },
        ],
        write_in: 'other',
      },
    ]);
    await expect(checkedBy(folder, text)).rejects.toThrow('XLSForm');
  });

  it('finds the scale in a form whose list begins with the worst, and turns it around', async () => {
    const archive = zipSync({
      'data.csv': strToU8(
        `start,end,_uuid,care\n${people((person) => `2025-03-01T09:00:00+08,2025-03-01T09:05:00+08,u${person},${['bad', 'fair', 'good'][person % 3]}`)}\n`,
      ),
      'survey.csv': strToU8('type,name,label\nselect_one care,care,Well cared for?\n'),
      'choices.csv': strToU8(
        'list_name,name,label\ncare,bad,Dissatisfied\ncare,fair,Neutral\ncare,good,Satisfied\n',
      ),
    });
    const { layout } = await described('kobo.zip', archive);
    expect(layout?.codebook?.[0]).toMatchObject({
      kind: 'scale',
      choices: [{ id: 'good', counts: 'favourable' }, { id: 'fair' }, { id: 'bad', counts: 'unfavourable' }],
    });
  });

  const asking = (wordings: readonly string[], row: (person: number) => string) =>
    `Timestamp,${wordings.join(',')}\n${people((person) => `2025-03-01 10:00:00,${row(person)}`)}\n`;

  it('takes a question that nobody answered with a middle for the scale that the others have', async () => {
    const { layout } = await described(
      'a.csv',
      asking(['护士好吗？', '医生好吗？'], (person) =>
        [['非常满意', '一般', '不满意'][person % 3], ['非常满意', '满意', '不满意'][person % 3]].join(),
      ),
    );
    expect(layout?.codebook?.map(({ kind, scale }) => [kind, scale])).toEqual([
      ['scale', 'satisfaction'],
      ['scale', 'satisfaction'],
    ]);
  });

  it.each([
    {
      description: 'that nobody gave the answer which tells two scales apart',
      wording: '护士好吗？',
      given: ['非常满意', '满意', '不满意'],
      said: '没有人选第三档，当作五级评价',
    },
    {
      description: 'that agreeing may be bad',
      wording: '手续太麻烦',
      given: ['非常同意', '一般', '不同意'],
      said: '题目说的若是坏事，把答案的次序和 counts 倒过来',
    },
    {
      description: 'that a question about everything can open the site',
      wording: '总体满意吗？',
      given: ['非常满意', '一般', '不满意'],
      said: 'write overall_question: q2 in programme.yaml, and the site opens with it',
    },
  ])('says beside a question $description', async ({ wording, given, said }) => {
    const { text } = await described(
      'a.csv',
      asking([wording], (person) => given[person % 3] ?? ''),
    );
    expect(text).toContain(said);
  });

  it('keeps the encoding that a person named in the layout', async () => {
    const rows = people((person) => `2025-03-01 10:00,${person % 2 ? 'S\u00ed' : 'No'}`);
    const bytes = Buffer.from(`Timestamp,\u00bfBien?\n${rows}\n`, 'latin1');
    const { layout } = await described('a.csv', bytes, new Map(), 'windows-1252');
    expect(layout?.encoding).toBe('windows-1252');
    expect(layout?.codebook?.[0]?.name).toEqual({ zh: '\u00bfBien?' });
  });

  it('asks for the encoding where the bytes prove none, with what the file would say in each', async () => {
    const bytes = Buffer.from('Timestamp,\u00e9\n2025-03-01 10:00,Yes\n', 'latin1');
    const { open, sheets, problems } = await described('a.csv', bytes);
    expect(problems).toMatchObject([{ code: 'encoding-unproven' }]);
    expect(sheets).toEqual([]);
    expect(open).toMatchObject([{ id: 'encoding' }]);
    expect(open[0]?.options).toContainEqual({ value: 'windows-1252', words: { zh: '\u00e9', en: '\u00e9' } });
    const answered = await described('a.csv', bytes, new Map([['encoding', 'windows-1252']]));
    expect(answered.problems).toEqual([]);
    expect(answered.layout?.encoding).toBe('windows-1252');
  });

  it('says what is wrong with a file that cannot be read, and proposes nothing', async () => {
    const { sheets, problems } = await described('a.csv', '');
    expect(sheets).toEqual([]);
    expect(problems).toMatchObject([{ code: 'empty-file' }]);
  });
});

describe('describeFile, answered after a first draft', () => {
  const undated = `隐患编号,日子,存在问题,责任单位,整改截止日期\n${people((person) => `T${person},2025-03-01,灯不亮,公安局,2025-04-01`)}\n`;
  const survey = `Timestamp,Fine?\n${people((person) => `1/${(person % 9) + 1}/2025 10:00:00,${person % 2 ? 'Yes' : 'No'}`)}\n`;

  /** Describes again what was described and kept, perhaps changed by a person. */
  async function again(csv: string, answers: Record<string, string>, change = (text: string) => text) {
    const { folder, sheet } = await described('隐患.csv', csv);
    if (sheet?.is !== 'proposed') throw new Error('nothing was proposed');
    const kept = await keepLayout(folder, { ...sheet, text: change(sheet.text) });
    const given = new Map(Object.entries(answers));
    const path = join(folder, 'drops', '隐患.csv');
    const { sheets } = await describeFile({ data: folder, path, forms: [], given });
    const [second] = sheets;
    const file = second?.is === 'proposed' ? await keepLayout(folder, second) : null;
    return { kept, second, file, files: await readdir(join(folder, 'layouts')) };
  }

  it.each([
    { description: 'a register whose day was not found', csv: undated, answers: { found_on: '日子' } },
    {
      description: 'a survey whose days could be months',
      csv: survey,
      answers: { dates: 'dd/MM/yyyy HH:mm:ss' },
    },
  ])('puts the new draft in the place of the first: $description', async ({ csv, answers }) => {
    const { kept, second, file, files } = await again(csv, answers);
    expect(second).toMatchObject({ is: 'proposed', replaces: true, open: [] });
    expect(file).toBe(kept);
    expect(files).toHaveLength(1);
  });

  it('never writes over what a person has changed', async () => {
    const { second, files } = await again(undated, { found_on: '日子' }, (text) => `${text}# 已核对\n`);
    expect(second).toMatchObject({ is: 'proposed', replaces: false });
    expect(files).toHaveLength(2);
  });
});

describe('describeFile, a register of findings', () => {
  const register = `工单编号,受理时间,主题,承办单位,办结时间,联系电话,坐席\n${people((person) => `G${person},2025-03-01,路灯不亮,公安局,2025-03-0${(person % 8) + 1},13900000000,甲`)}\n`;

  const graded = (degrees: readonly string[]) =>
    `隐患编号,检查日期,存在问题,责任单位,隐患等级\n${people((person) => `T${person},2025-03-01,灯不亮,公安局,${degrees[person % degrees.length]}`)}\n`;

  it('takes no column for a day whose cells say what happened and not when, and says so', async () => {
    const csv = `隐患编号,检查日期,存在问题,责任单位,整改时间,状态\n${people((person) => `T${person},2025-03-01,灯不亮,公安局,已整改,${person % 2 ? '已销号' : '整改中'}`)}\n`;
    const { layout, sheet, text } = await described('a.csv', csv);
    expect(layout).toMatchObject({ columns: { found_on: '检查日期' }, ignore: ['整改时间', '状态'] });
    expect(layout?.events).toBeUndefined();
    expect(sheet).toMatchObject({ remarks: [{ zh: expect.stringContaining('“整改时间”“状态”没有日期') }] });
    expect(text).toContain('without one a finding stays open');
  });

  it('asks for the day of a finding where the column that is named for it holds none', async () => {
    const csv = `隐患编号,检查日期,存在问题,责任单位\n${people((person) => `T${person},已查,灯不亮,公安局`)}\n`;
    expect((await described('a.csv', csv)).sheet).toMatchObject({ open: [{ id: 'found_on' }] });
  });

  it('says of degrees that become one that they are told apart no more', async () => {
    const { sheet, text } = await described('a.csv', graded(['一般', '较大', '重大', '特别重大']));
    expect(sheet).toMatchObject({
      remarks: [{ zh: expect.stringContaining('较大、重大、特别重大 都记作 serious，网站上不再分开') }],
    });
    expect(text).toContain('较大, 重大, 特别重大 all become serious');
  });

  it('says nothing of degrees that stay apart', async () => {
    expect((await described('a.csv', graded(['一般', '重大']))).sheet).toMatchObject({ remarks: [] });
  });

  it('finds number, day, title, department and the day it was closed, and leaves personal data alone', async () => {
    const { layout, folder, text } = await described('12345热线.csv', register);
    expect(layout).toMatchObject({
      gives: 'findings',
      columns: { finding_id: '工单编号', found_on: '受理时间', title_zh: '主题', department: '承办单位' },
      constants: { kind: 'problem' },
      events: [{ event: 'claimed', on: '办结时间', by: 'department' }],
      personal: ['联系电话'],
      ignore: ['坐席'],
    });
    const [checked] = await checkedBy(folder, text);
    expect(checked?.problems).toEqual([]);
    expect(checked?.account).toEqual({ read: 40, used: 40, setAside: {} });
  });

  it('takes the only text of a finding for its title, and a header of two rows for one', async () => {
    const [top, under] = [
      ['基本信息', '', '', '责任部门', '整改', ''],
      ['编号', '发现日期', '问题描述', '', '整改日期', '满意率'],
    ];
    const row = (place: number) => [
      `F${place}`,
      '2025年3月5日 星期三',
      '排队两个小时',
      '公安局 ',
      '2025/4/1 下午2:05',
      '85%',
    ];
    const book = mergedWorkbook(
      [top, under, ...Array.from({ length: 12 }, (_, place) => row(place))],
      ['A1:C1', 'D1:D2', 'E1:F1'],
    );
    const { layout, folder, text } = await described('台账.xlsx', book);
    expect(layout).toMatchObject({
      columns: { finding_id: '编号', found_on: '发现日期', title_zh: '问题描述', department: '责任部门' },
      events: [{ event: 'claimed', on: '整改日期' }],
      ignore: ['满意率'],
    });
    const [checked] = await checkedBy(folder, text);
    expect(checked?.problems).toEqual([]);
    expect(checked?.account).toEqual({ read: 12, used: 12, setAside: {} });
  });

  it('knows the register of an inspection, its degrees, and who says that a thing is mended and who looked again', async () => {
    const hazards = `序号,隐患编号,检查日期,隐患描述,隐患等级,责任部门,整改期限,整改完成日期,复查销号日期\n${people((person) => `${person},AJ${person},2026.3.5,灭火器压力不足,${['一般', '较大', '重大隐患'][person % 3]},公安局,2026年4月5日,2026.3.20,2026.3.25`)}\n`;
    const { layout, folder, text } = await described('隐患台账.csv', hazards);
    expect(layout).toMatchObject({
      columns: {
        finding_id: '隐患编号',
        found_on: '检查日期',
        title_zh: '隐患描述',
        department: '责任部门',
        due_on: '整改期限',
        severity: '隐患等级',
      },
      values: { severity: { 较大: 'serious', 重大隐患: 'serious' } },
      events: [
        { event: 'claimed', on: '整改完成日期', by: 'department' },
        { event: 'confirmed', on: '复查销号日期', by: 'officer' },
      ],
      ignore: ['序号'],
    });
    expect(text).toContain('claimed 是部门说改好了，confirmed 是复查的人看过');
    const [checked] = await checkedBy(folder, text);
    expect(checked?.problems).toEqual([]);
    expect(checked?.account).toEqual({ read: 40, used: 40, setAside: {} });
  });

  it('leaves a degree alone of which it does not know how heavy it is', async () => {
    const strange = `${register.replace('坐席', '隐患等级').replaceAll(',甲', ',丙级')}`;
    const { layout } = await described('a.csv', strange);
    expect(layout).toMatchObject({ ignore: ['隐患等级'] });
  });

  it('takes a table with a department and a deadline for a register, whatever its number and day are called', async () => {
    const strange = register.replace('工单编号,受理时间', '台号,哪天').replace('办结时间', '整改期限');
    const asked = await described('a.csv', strange);
    expect(asked.layout).toMatchObject({ gives: 'findings' });
    expect(asked.sheet).toMatchObject({ open: [{ id: 'finding_id' }, { id: 'found_on' }] });
  });

  it('asks for what a finding must have and no column is named for', async () => {
    const strange = register.replace('承办单位', '哪家').replaceAll('公安局', '某单位');
    const asked = await described('a.csv', strange);
    expect(asked.sheet).toMatchObject({ open: [{ id: 'department' }] });
    expect(asked.text).toContain('# ？ 哪一列是责任部门？');
    const answered = await described('a.csv', strange, new Map([['department', '哪家']]));
    expect(answered.sheet).toMatchObject({ open: [] });
    expect(answered.layout?.columns['department']).toBe('哪家');
  });
});

import { describe, expect, it, vi } from 'vitest';
import { severities } from '../../../src/model/record.ts';
import type { LookupEntry } from '../../../src/model/settings.ts';
import { choiceReader, codeReader, nameReader, type NameList } from '../../../src/pipeline/check/names.ts';

describe('codeReader', () => {
  const read = codeReader(severities, { '1 级': 'serious' });

  it.each([
    ['serious', 'serious'],
    ['Serious', 'serious'],
    ['较重', 'serious'],
    [' 较 重 ', 'serious'],
    ['１级', 'serious'],
    ['ORDINARY', 'ordinary'],
  ])('reads %j', (cell, expected) => {
    expect(read(cell)).toBe(expected);
  });

  it('asks whether the nearest was meant', () => {
    expect(read('seriuos')).toEqual({
      code: 'unknown-code',
      value: 'seriuos',
      detail: { zh: '是不是“Serious”、“serious”？', en: 'did you mean “Serious”, “serious”?' },
    });
  });

  it('lists the words where none is near', () => {
    expect(read('紧急')).toEqual({
      code: 'unknown-code',
      value: '紧急',
      detail: {
        zh: '可以写：轻微 (minor)、一般 (ordinary)、较重 (serious)',
        en: 'it may be: minor, ordinary, serious',
      },
    });
  });
});

describe('nameReader', () => {
  const entry = (id: string, cells: Readonly<Record<string, string>>): LookupEntry => ({
    id,
    cells: { id, ...cells },
  });
  const list = (changes: Partial<NameList> = {}): NameList => ({
    list: 'departments',
    entries: [
      entry('hrss', {
        name_zh: '人力资源和社会保障局',
        name_en: 'Social Security Bureau',
        short_zh: '人社局',
      }),
      entry('police', { name_zh: '公安局', name_en: 'Police', pinyin: 'gong an ju' }),
    ],
    spellings: [
      { list: 'departments', spelling: '市人社', id: 'hrss' },
      { list: 'halls', spelling: '派出所', id: 'north' },
    ],
    listed: true,
    onSpelling: () => undefined,
    ...changes,
  });

  it.each([
    ['hrss', 'hrss'],
    ['HRSS', 'hrss'],
    ['人社局', 'hrss'],
    ['人力资源 和社会保障局', 'hrss'],
    ['social security bureau', 'hrss'],
    ['Ｐｏｌｉｃｅ', 'police'],
    ['\ufeff人社局\u200b', 'hrss'],
    ['市人社', 'hrss'],
  ])('reads %j', (cell, expected) => {
    expect(nameReader(list())(cell)).toBe(expected);
  });

  it('asks which of several in one cell leads, the first of them before the others', () => {
    const fault = nameReader(list())('公安局、市人社');
    expect(fault).toMatchObject({
      code: 'unknown-name',
      choose: { list: 'departments', spelling: '公安局、市人社', likely: ['police', 'hrss'] },
      settle: { file: 'spellings', cells: ['departments', '公安局、市人社', 'police'] },
    });
    const { detail } = fault as { detail: { zh: string; en: string } };
    expect(detail.zh).toContain('一格写了几个（police、hrss）');
    expect(detail.zh).toContain('npm run check -- --accept "departments,公安局、市人社,police"');
    expect(detail.en).toContain('the one that leads');
  });

  it('takes one that is named twice for one', () => {
    expect(nameReader(list())('人社局、市人社')).toBe('hrss');
  });

  it('writes a line with a comma in a name so that a shell passes it on whole', () => {
    const { detail } = nameReader(list())('公安局,市人社') as unknown as { detail: { en: string } };
    expect(detail.en).toContain(`npm run check -- --accept 'departments,"公安局,市人社",police'`);
  });

  it('asks for a name that is in no list before it asks which of several leads', () => {
    expect(nameReader(list())('公安局、教育局')).not.toMatchObject({
      choose: { likely: ['police', 'hrss'] },
    });
  });

  it('holds the first thousand unknown names against the list, and refuses the others all the same', () => {
    const read = nameReader(list());
    const settled = (cell: string) => {
      const fault = read(cell);
      return typeof fault !== 'string' && fault.code === 'unknown-name' && fault.settle !== undefined;
    };
    expect(settled('人设局')).toBe(true);
    for (let place = 0; place < 1000; place += 1) read(`第${place}处`);
    expect(settled('人设局')).toBe(true);
    expect(settled('人舍局')).toBe(false);
    expect(read('人舍局')).toMatchObject({ code: 'unknown-name', value: '人舍局' });
  });

  it('tells which spellings were of use', () => {
    const onSpelling = vi.fn<(spelling: string) => void>();
    const read = nameReader(list({ onSpelling }));
    read('人社局');
    expect(onSpelling).not.toHaveBeenCalled();
    read('市 人社');
    expect(onSpelling).toHaveBeenCalledWith('departments:市人社');
  });

  it('asks whether the nearest was meant, and says which line to add', () => {
    expect(nameReader(list())('人社厅局')).toMatchObject({
      code: 'unknown-name',
      detail: {
        zh: '是不是“人力资源和社会保障局” (hrss)？若是第一个，在 lookup/spellings.csv 加一行 departments,人社厅局,hrss，或运行 npm run check -- --accept "departments,人社厅局,hrss"',
        en: 'did you mean “人力资源和社会保障局” (hrss)? If the first, write departments,人社厅局,hrss into lookup/spellings.csv, or run npm run check -- --accept "departments,人社厅局,hrss"',
      },
    });
  });

  it('says what to do with a name like none', () => {
    expect(nameReader(list())('消防')).toMatchObject({
      code: 'unknown-name',
      detail: {
        zh: '补进 lookup/departments.csv；若是名录里某个的另一种写法，在 lookup/spellings.csv 加一行 departments,消防,ID（ID 换成它的编号），或运行 npm run check -- --accept "departments,消防,ID"',
      },
    });
  });

  it('does not take what is only in another column of the list', () => {
    expect(nameReader(list())('gong an ju')).toMatchObject({ code: 'unknown-name' });
  });

  it('says that the list is missing where it is', () => {
    expect(nameReader(list({ entries: [], listed: false }))('公安局')).toEqual({
      code: 'missing-lookup',
      value: 'lookup/departments.csv',
      detail: 'id, name_zh, name_en',
    });
  });

  it('takes what a layout says of a value', () => {
    expect(nameReader(list({ values: { PD: 'police' } }))('pd')).toBe('police');
  });

  it('does not guess between two that have one name', () => {
    const twins = list({
      entries: [
        entry('north', { name_zh: '北区市场监管局', short_zh: '市监局' }),
        entry('south', { name_zh: '南区市场监管局', short_zh: '市监局' }),
        entry('same', { name_zh: '同名局', short_zh: '同名局' }),
      ],
      spellings: [],
    });
    expect(nameReader(twins)('市监局')).toEqual({
      code: 'unknown-name',
      value: '市监局',
      detail: {
        zh: '不止一个叫这个名：north、south。请写编号',
        en: 'more than one has this name: north, south; write the id',
      },
    });
    expect(nameReader(twins)('同名局')).toBe('same');
    expect(nameReader({ ...twins, values: { 市监局: 'north' } })('市监局')).toBe('north');
    const spellings = [{ list: 'departments', spelling: '市监局', id: 'south' }];
    expect(nameReader({ ...twins, spellings })('市监局')).toBe('south');
  });

  it('takes an id for the entry whose id it is, whatever others are called', () => {
    const odd = list({ entries: [entry('a', { name_zh: 'b' }), entry('b', { name_zh: 'a' })] });
    expect(nameReader(odd)('a')).toBe('a');
    expect(nameReader(odd)('b')).toBe('b');
  });
});

describe('choiceReader', () => {
  const choices = [
    { id: 'one', names: { zh: '一趟', en: 'One' } },
    { id: 'other', names: { zh: '其他', en: 'Other' } },
  ];

  it.each([
    ['one', 'one'],
    ['一趟 ', 'one'],
    ['ONE', 'one'],
    ['1 次', 'one'],
  ])('reads %j', (cell, expected) => {
    expect(choiceReader(choices, { '1次': 'one' })(cell)).toBe(expected);
  });

  it('lists the answers where none is near, and asks where one is', () => {
    expect(choiceReader(choices)('三十')).toEqual({
      code: 'unknown-code',
      value: '三十',
      detail: { zh: '题目的答案有：一趟、其他', en: 'the question takes: 一趟, 其他' },
    });
    expect(choiceReader(choices)('一趟半')).toMatchObject({
      detail: { zh: '是不是“一趟”？', en: 'did you mean “一趟”?' },
    });
  });

  it('counts an answer written in as the one that the layout names, without keeping its text', () => {
    expect(choiceReader(choices, {}, 'other')('我家在山里')).toBe('other');
    expect(choiceReader(choices, {}, 'other')('一趟')).toBe('one');
  });
});

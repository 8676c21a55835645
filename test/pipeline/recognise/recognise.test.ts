import { describe, expect, it } from 'vitest';
import { layoutSettings } from '../../../src/model/layout.ts';
import { problemText } from '../../../src/model/problem.ts';
import { recognise } from '../../../src/pipeline/recognise/recognise.ts';
import { smallSettings } from '../small-settings.ts';

const city = layoutSettings.parse({
  name: 'city',
  gives: 'findings',
  recognise: ['工单号', '受理时间'],
  columns: { finding_id: '工单号', found_on: '受理时间', title_zh: '标 题', department: '承办单位' },
  constants: { kind: 'problem' },
  events: [{ event: 'claimed', on: '办结时间', note: { zh: '办结意见' } }],
  ignore: ['经办人'],
});
const settings = smallSettings({ layouts: [city] });
const cityHeader = ['工单号', '受理时间', '标 题', '承办单位', '办结时间', '办结意见', '经办人'];

/** What recognising a header came to, with the problems in English. */
function recognised(header: readonly string[], inSettings = settings) {
  const { recognised: found, problems } = recognise({ file: 'a.csv', head: [header] }, inSettings);
  expect(found === null).toBe(problems.length > 0);
  const said = problems.map((problem) => {
    const { where, what, mend } = problemText(problem, 'en');
    return `${where}: ${what}; ${mend}`;
  });
  return { found, said };
}

describe('recognise, several layouts that fit', () => {
  const like = (name: string, recognise: readonly string[]) => ({ ...city, name, recognise: [...recognise] });

  it('takes the one that asks for most columns', () => {
    const layouts = [city, like('narrow', ['工单号']), like('wide', ['工单号', '受理时间', '承办单位'])];
    expect(recognised(cityHeader, smallSettings({ layouts })).found?.layout).toBe('wide');
  });

  it('takes none where two ask for as many, whatever their names, and says which and how to decide', () => {
    const layouts = [like('a-first', ['工单号', '标 题']), city, like('narrow', ['工单号'])];
    expect(recognised(cityHeader, smallSettings({ layouts })).said).toEqual([
      'a.csv, row 1: more than one layout fits this header: a-first, city; under recognise of the one that is meant, name one more column than the others do; or take the others out of data/layouts/',
    ]);
  });
});

describe('recognise, our own layout', () => {
  it.each([
    { kind: 'findings', header: ['finding_id', 'kind', 'found_on', 'title_zh', 'department'] },
    { kind: 'events', header: ['finding_id', 'event', 'on', 'time', 'note_en'] },
    { kind: 'responses', header: ['response_id', 'submitted_on', 'overall', 'comment'] },
    { kind: 'visits', header: ['visit_id', 'on', 'hall'] },
    { kind: 'transactions', header: ['department', 'month', 'transactions'] },
  ])('knows $kind by their columns, in any order', ({ kind, header }) => {
    for (const order of [header, [...header].reverse()]) {
      const { found } = recognised(order);
      expect(found).toMatchObject({ layout: 'own', kind, width: header.length, description: null });
      const questions = [...(found?.answers ?? [])].map(([id, { cells }]) => [id, cells[0]] as const);
      const positions = new Map([...(found?.columns ?? []), ...questions]);
      expect(positions).toEqual(new Map(order.map((name, position) => [name, position])));
    }
  });

  it('reads a header in full width and with blanks around', () => {
    const { found } = recognised([
      ' ｆｉｎｄｉｎｇ＿ｉｄ',
      'kind ',
      '\u3000found_on',
      'title_zh',
      'department',
    ]);
    expect(found?.columns.get('finding_id')).toBe(0);
    expect(found?.columns.get('found_on')).toBe(2);
  });

  it('finds the header under titles, notes and blank rows, and says which row it is', () => {
    const head = [
      ['2025年体验官问题清单'],
      [''],
      ['单位：件', '', ''],
      ['finding_id', 'event', 'on'],
      ['F1', '', ''],
    ];
    expect(recognise({ file: 'a.csv', head }, settings).recognised).toMatchObject({
      kind: 'events',
      headerRows: [4],
      firstRow: 5,
    });
  });

  it('names the likest row where no layout fits any', () => {
    const head = [['清单'], ['finding_id', 'found', 'title'], ['F1', '2025-01-01', 'x']];
    expect(recognise({ file: 'a.csv', head }, settings).problems).toEqual([
      {
        code: 'unknown-layout',
        file: 'a.csv',
        row: 2,
        value: 'finding_id, found, title',
        detail: { zh: '最接近的是 findings。', en: 'nearest: findings; ' },
      },
    ]);
  });

  it('names the header and not the title above it where nothing in either is known, and no layout as the nearest', () => {
    const head = [
      ['隐患治理台账', '', ''],
      ['甲列', '乙列', '丙列'],
      ['1', '2', '3'],
    ];
    expect(recognise({ file: 'a.csv', head }, settings).problems).toEqual([
      { code: 'unknown-layout', file: 'a.csv', row: 2, value: '甲列, 乙列, 丙列' },
    ]);
  });

  it.each([
    [['day', 'working', 'occasion_zh'], 'lookup/special_days.csv'],
    [
      ['id', 'name_zh', 'name_en'],
      'lookup/departments.csv, lookup/halls.csv, lookup/services.csv, lookup/categories.csv, lookup/cohorts.csv',
    ],
  ])('knows a list of names that lies among the drops, and where it belongs: %j', (header, where) => {
    const head = [['放假安排'], header, header.map(() => 'x')];
    expect(recognise({ file: 'a.csv', head }, settings).problems).toMatchObject([
      { code: 'list-among-drops', row: 2, value: header.join(', '), detail: { en: where } },
    ]);
  });

  it('takes nothing for a list that has a column more, or lacks one that a list needs', () => {
    for (const header of [
      ['day', 'working', 'hall'],
      ['day', 'occasion_zh'],
    ])
      expect(recognise({ file: 'a.csv', head: [header] }, settings).problems).toMatchObject([
        { code: 'unknown-layout' },
      ]);
  });

  it('keeps fields and questions apart', () => {
    const { found } = recognised(['response_id', 'channel', 'overall']);
    expect([...(found?.columns.keys() ?? [])]).toEqual(['response_id', 'channel']);
    expect([...(found?.answers.keys() ?? [])]).toEqual(['overall']);
  });

  it('takes a title in any language of the programme', () => {
    expect(recognised(['finding_id', 'kind', 'found_on', 'title_en', 'department']).said).toEqual([]);
  });

  it.each([
    {
      description: 'an unknown column, with the nearest',
      header: ['finding_id', 'kind', 'found_on', 'title_zh', 'department', 'severty'],
      expected: ['a.csv, row 1, column severty: unknown column “severty”; did you mean severity?'],
    },
    {
      description: 'an unknown column that is like none',
      header: ['finding_id', 'kind', 'found_on', 'title_zh', 'department', '经办人'],
      expected: ['a.csv, row 1, column 经办人: unknown column “经办人”; take the column out'],
    },
    {
      description: 'a missing column',
      header: ['finding_id', 'kind', 'found_on', 'department'],
      expected: [
        'a.csv, row 1: the required column “title_zh” is missing; export it too, or name another column in the layout',
      ],
    },
    {
      description: 'a repeated column',
      header: ['finding_id', 'kind', 'found_on', 'title_zh', 'department', 'hall', 'hall'],
      expected: [
        'a.csv, row 1, column hall: the column “hall” stands there more than once; keep one of them',
      ],
    },
    {
      description: 'everything at once',
      header: ['finding_id', 'finding_id', 'found_on', 'naem'],
      expected: [
        expect.stringContaining('more than once'),
        expect.stringContaining('“kind” is missing'),
        expect.stringContaining('“title_zh” is missing'),
        expect.stringContaining('“department” is missing'),
        expect.stringContaining('unknown column “naem”'),
      ],
    },
    {
      description: 'a question that is not asked',
      header: ['response_id', 'overal'],
      expected: ['a.csv, row 1, column overal: unknown column “overal”; did you mean overall?'],
    },
    {
      description: 'a table like none, with the nearest layout',
      header: ['工单号', 'x'],
      expected: [
        'a.csv, row 1: no layout fits this header: 工单号, x; nearest: city; use our own header, or have a layout drafted: npm run describe -- "data/drops/a.csv"',
      ],
    },
  ])('names $description', ({ header, expected }) => {
    expect(recognised(header).said).toEqual(expected);
  });
});

describe('recognise, a layout description', () => {
  it('finds the columns that the description names, and knows the description', () => {
    const { found } = recognised(cityHeader);
    expect(found).toMatchObject({ layout: 'city', kind: 'findings', width: 7, description: city });
    expect([...(found?.columns ?? [])]).toEqual([
      ['finding_id', 0],
      ['found_on', 1],
      ['title_zh', 2],
      ['department', 3],
    ]);
  });

  it.each([
    {
      description: 'a column of the description that is not there',
      header: cityHeader.filter((name) => name !== '办结时间'),
      expected: [
        'a.csv, row 1: the required column “办结时间” is missing; export it too, or name another column in the layout',
      ],
    },
    {
      description: 'a column that the description does not know',
      header: [...cityHeader, '满意度'],
      expected: [
        'a.csv, row 1, column 满意度: unknown column “满意度”; say in layouts/city.yaml what it is, or list it under ignore',
      ],
    },
    {
      description: 'a column in use that stands there twice',
      header: [...cityHeader, '标 题'],
      expected: [
        'a.csv, row 1, column 标题: the column “标题” stands there more than once; keep one of them',
      ],
    },
  ])('names $description', ({ header, expected }) => {
    expect(recognised(header).said).toEqual(expected);
  });

  it('can leave all other columns alone, even repeated and nameless ones', () => {
    const rest = smallSettings({ layouts: [{ ...city, ignore: 'rest' as const }] });
    expect(recognised([...cityHeader, '', '', '附件', '附件'], rest).said).toEqual([]);
  });

  it('passes over columns without a name, as spreadsheets leave them at the end', () => {
    expect(recognised([...cityHeader, '', '']).said).toEqual([]);
  });

  it('names a required field that no column and no constant gives', () => {
    const bare = smallSettings({ layouts: [{ ...city, constants: {} }] });
    expect(recognised(cityHeader, bare).said).toEqual([expect.stringContaining('“kind” is missing')]);
  });
});

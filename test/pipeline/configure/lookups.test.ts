import { describe, expect, it } from 'vitest';
import type { LookupFile, Settings } from '../../../src/model/settings.ts';
import {
  checkLookup,
  entriesOf,
  spellingsOf,
  type LookupRows,
  type TextTable,
} from '../../../src/pipeline/configure/lookups.ts';
import { questionsOf } from '../../../src/pipeline/configure/questions.ts';

/** A table from lines of cells. */
function table(file: string, ...lines: readonly string[]): TextTable {
  const [header = [], ...rows] = lines.map((line) => line.split(','));
  return { file, header, rows: rows.map((cells, position) => ({ row: position + 2, cells })) };
}

function checked(name: LookupFile, ...lines: readonly string[]): LookupRows {
  return checkLookup(name, table(`lookup/${name}.csv`, ...lines), ['zh', 'en']);
}

describe('checkLookup', () => {
  it('gives the rows by column, without blanks around', () => {
    expect(checked('halls', 'id,name_zh,name_en', 'centre, 市政务中心 ,')).toEqual({
      rows: [{ row: 2, cells: { id: 'centre', name_zh: '市政务中心', name_en: '' } }],
      problems: [],
    });
  });

  it('takes days as a spreadsheet saves them, and people write them', () => {
    const lines = ['id,name_zh,starts_on,ends_on', '2025,一,2025/10/1,2026年9月30日'];
    expect(checked('cohorts', ...lines)).toMatchObject({
      rows: [{ cells: { starts_on: '2025-10-01', ends_on: '2026-09-30' } }],
      problems: [],
    });
  });

  it.each<{ description: string; name: LookupFile; lines: string[]; expected: object[] }>([
    {
      description: 'an unknown column',
      name: 'halls',
      lines: ['id,name_zh,naem_en', 'a,甲,A'],
      expected: [
        {
          code: 'unknown-column',
          row: 1,
          column: 'naem_en',
          detail: { zh: '是不是 name_en？', en: 'did you mean name_en?' },
        },
      ],
    },
    {
      description: 'a column twice',
      name: 'halls',
      lines: ['id,name_zh,name_zh', 'a,甲,乙'],
      expected: [{ code: 'repeated-column', row: 1, value: 'name_zh' }],
    },
    {
      description: 'a missing column',
      name: 'halls',
      lines: ['id,name_en', 'a,A'],
      expected: [{ code: 'missing-column', row: 1, value: 'name_zh' }],
    },
    {
      description: 'no name in the main language',
      name: 'halls',
      lines: ['id,name_zh,name_en', 'a,,A'],
      expected: [{ code: 'missing-value', row: 2, column: 'name_zh' }],
    },
    {
      description: 'an id that cannot stand in an address',
      name: 'halls',
      lines: ['id,name_zh', '../etc,甲', '大厅,乙', 'all,丙'],
      expected: [
        { code: 'bad-id', row: 2, value: '../etc' },
        { code: 'bad-id', row: 3, value: '大厅' },
        { code: 'reserved-id', row: 4, value: 'all' },
      ],
    },
    {
      description: 'a cell too many: a name with a comma that is not quoted',
      name: 'halls',
      lines: ['id,name_zh,name_en', 'a,甲,Hall of A, B and C'],
      expected: [{ code: 'row-too-long', row: 2, value: '4', detail: '3' }],
    },
    {
      description: 'two rows in one: lines that end in another way than the first',
      name: 'halls',
      lines: ['id,name_zh', 'a,"甲\nb",乙'],
      expected: [{ code: 'mixed-line-ends', row: 2, value: '2' }],
    },
    {
      description: 'dates whose order nobody declared, and days that there are not',
      name: 'cohorts',
      lines: ['id,name_zh,starts_on,ends_on', '2025,一,1/10/2025,2026-02-30'],
      expected: [
        { code: 'bad-date', row: 2, column: 'starts_on', value: '1/10/2025' },
        { code: 'bad-date', row: 2, column: 'ends_on', value: '2026-02-30' },
      ],
    },
    {
      description: 'an end before the start',
      name: 'cohorts',
      lines: ['id,name_zh,starts_on,ends_on', '2025,一,2025-10-01,2024-09-30'],
      expected: [
        {
          code: 'ends-before-start',
          row: 2,
          column: 'ends_on',
          value: '2024-09-30',
          detail: '2025-10-01',
        },
      ],
    },
    {
      description: 'a number that is none',
      name: 'cohorts',
      lines: ['id,name_zh,officers', '2025,一,about 40'],
      expected: [{ code: 'bad-count', row: 2, column: 'officers', value: 'about 40' }],
    },
    {
      description: 'an unknown aim',
      name: 'categories',
      lines: ['id,name_zh,aim', 'a,甲,convenience'],
      expected: [
        {
          code: 'unknown-code',
          row: 2,
          column: 'aim',
          detail: { zh: '是不是 convenient？', en: 'did you mean convenient?' },
        },
      ],
    },
    {
      description: 'an unknown kind of question',
      name: 'questions',
      lines: ['id,survey,kind,name_zh', 'q,s,garde,问'],
      expected: [
        {
          code: 'unknown-code',
          row: 2,
          column: 'kind',
          detail: { zh: '是不是 grade？', en: 'did you mean grade?' },
        },
      ],
    },
  ])('names $description', ({ name, lines, expected }) => {
    const { problems } = checked(name, ...lines);
    expect(problems).toHaveLength(expected.length);
    expect(problems).toMatchObject(expected);
    for (const { file } of problems) expect(file).toBe(`lookup/${name}.csv`);
  });
});

describe('entriesOf', () => {
  it('names an id that stands there twice', () => {
    const rows = checked('halls', 'id,name_zh', 'a,甲', 'b,乙', 'a,丙');
    expect(entriesOf('lookup/halls.csv', rows).problems).toEqual([
      { code: 'conflicting-row', file: 'lookup/halls.csv', row: 4, column: 'id', value: 'a' },
    ]);
  });
});

describe('questionsOf', () => {
  const choices = (...lines: string[]) => checked('choices', 'scale,id,name_zh,name_en', ...lines);
  const questions = (...lines: string[]) =>
    checked('questions', 'id,survey,kind,name_zh,name_en,scale', ...lines);

  it('gives grades the five grades, scores 0 to 10, and choices those of their scale in order', () => {
    const { questions: list, problems } = questionsOf(
      questions('g,s,grade,满意吗,Satisfied?,', 'n,s,score,推荐吗,,', 'c,s,multiple,哪些,,what'),
      choices('what,b,乙,B', 'what,a,甲,A', 'other,c,丙,'),
    );
    expect(problems).toEqual([]);
    expect(list.map(({ id, kind, choices: given }) => [id, kind, given.map((choice) => choice.id)])).toEqual([
      [
        'g',
        'grade',
        ['very_satisfied', 'satisfied', 'fairly_satisfied', 'dissatisfied', 'very_dissatisfied'],
      ],
      ['n', 'score', ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10']],
      ['c', 'multiple', ['b', 'a']],
    ]);
    expect(list[0]?.names).toEqual({ zh: '满意吗', en: 'Satisfied?' });
    expect(list[2]?.choices[0]).toEqual({ id: 'b', names: { zh: '乙', en: 'B' } });
  });

  it.each([
    {
      description: 'choices without a scale',
      lines: ['c,s,single,哪个,,'],
      expected: { column: 'scale', value: '' },
    },
    {
      description: 'a scale that is not listed',
      lines: ['c,s,single,哪个,,none'],
      expected: { column: 'scale', value: 'none' },
    },
    {
      description: 'grades with a scale that is not listed',
      lines: ['g,s,grade,满意吗,,five'],
      expected: { column: 'scale', value: 'five' },
    },
    {
      description: 'grades with a scale of three',
      lines: ['g,s,grade,满意吗,,three'],
      expected: { column: 'scale', value: 'three' },
    },
    {
      description: 'a question twice',
      lines: ['t,s,text,说说,,', 't,s,text,再说,,'],
      expected: { code: 'conflicting-row', row: 3 },
    },
  ])('names $description', ({ lines, expected }) => {
    const { problems } = questionsOf(
      questions(...lines),
      choices('three,1,一,', 'three,2,二,', 'three,3,三,'),
    );
    expect(problems).toHaveLength(1);
    expect(problems).toMatchObject([{ file: 'lookup/questions.csv', ...expected }]);
  });

  const sided = (...lines: string[]) => checked('choices', 'scale,id,name_zh,counts', ...lines);

  it('knows on which side the answers of a scale count', () => {
    const { questions: list, problems } = questionsOf(
      questions('q,s,scale,满意吗,,five'),
      sided('five,a,满意,favourable', 'five,b,一般,', 'five,c,不满意,unfavourable'),
    );
    expect(problems).toEqual([]);
    expect(list[0]).toMatchObject({
      kind: 'scale',
      choices: [
        { id: 'a', names: { zh: '满意' }, counts: 'favourable' },
        { id: 'b', names: { zh: '一般' } },
        { id: 'c', names: { zh: '不满意' }, counts: 'unfavourable' },
      ],
    });
  });

  it.each([
    { description: 'a scale that has no sides', kind: 'scale', counts: ['', '', ''], en: /stand best first/ },
    {
      description: 'a scale with one side',
      kind: 'scale',
      counts: ['favourable', '', ''],
      en: /stand best first/,
    },
    {
      description: 'a scale that begins with the worst',
      kind: 'scale',
      counts: ['unfavourable', '', 'favourable'],
      en: /stand best first/,
    },
    {
      description: 'sides of answers that are no scale',
      kind: 'single',
      counts: ['favourable', '', 'unfavourable'],
      en: /make its kind scale/,
    },
  ])('says how to mend $description', ({ kind, counts, en }) => {
    const { problems } = questionsOf(
      questions(`q,s,${kind},满意吗,,three`),
      sided(...counts.map((side, place) => `three,${place},${place},${side}`)),
    );
    expect(problems).toMatchObject([
      {
        code: 'unknown-name',
        file: 'lookup/questions.csv',
        column: 'scale',
        detail: { en: expect.stringMatching(en) },
      },
    ]);
  });

  it('names an answer that stands in a scale twice', () => {
    const { problems } = questionsOf(questions(), choices('a,1,一,', 'b,1,一,', 'a,1,二,'));
    expect(problems).toEqual([
      { code: 'conflicting-row', file: 'lookup/choices.csv', row: 4, column: 'id', value: '1' },
    ]);
  });
});

describe('spellingsOf', () => {
  const entry = (id: string) => ({ id, cells: { id } });
  const lists: Settings['lookups'] = {
    departments: [entry('police')],
    halls: [],
    services: [],
    categories: [],
    cohorts: [],
  };

  it('says that one spelling of one list is given two ids, however it is written', () => {
    const lists = {
      departments: ['police', 'tax'].map((id) => ({ id, cells: { id } })),
      halls: [{ id: 'police', cells: { id: 'police' } }],
    } as unknown as Settings['lookups'];
    const rows = [
      'departments,市局,police',
      'halls,市局,police',
      'departments,市局,police',
      'departments,市 局,tax',
    ];
    expect(spellingsOf(checked('spellings', 'list,spelling,id', ...rows), lists).problems).toEqual([
      {
        code: 'spelling-twice',
        file: 'lookup/spellings.csv',
        row: 5,
        column: 'spelling',
        value: '市 局',
        detail: 'police, tax',
      },
    ]);
  });

  it('takes a spelling of an entry that there is', () => {
    expect(spellingsOf(checked('spellings', 'list,spelling,id', 'departments,市局,police'), lists)).toEqual({
      spellings: [{ list: 'departments', spelling: '市局', id: 'police' }],
      problems: [],
    });
  });

  it.each([
    {
      description: 'a list that there is not',
      line: 'department,市局,police',
      column: 'list',
      meant: 'departments',
    },
    {
      description: 'an entry that there is not',
      line: 'departments,市局,polise',
      column: 'id',
      meant: 'police',
    },
  ])('names $description', ({ line, column, meant }) => {
    const { problems } = spellingsOf(checked('spellings', 'list,spelling,id', line), lists);
    expect(problems).toMatchObject([
      {
        code: 'unknown-name',
        row: 2,
        column,
        detail: { zh: `是不是 ${meant}？`, en: `did you mean ${meant}?` },
      },
    ]);
  });
});

import { rm } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, it, onTestFinished } from 'vitest';
import { problemText } from '../../../src/model/problem.ts';
import { configure, type ReadTable } from '../../../src/pipeline/configure/configure.ts';
import { settingsText, writeProgramme, type Files } from '../small-programme.ts';

const readTable: ReadTable = async (path, file) => {
  const { data } = Papa.parse<string[]>(readFileSync(path, 'utf8'), { skipEmptyLines: true });
  const [header = [], ...rows] = data;
  return {
    table: { file, header, rows: rows.map((cells, place) => ({ row: place + 2, cells })) },
    problems: [],
  };
};

async function configured(files: Files) {
  const folder = await writeProgramme(files);
  onTestFinished(() => rm(folder, { recursive: true }));
  return configure(folder, readTable);
}

/** The problems in English, one line each. */
async function said(files: Files): Promise<string[]> {
  const { settings, problems } = await configured(files);
  expect(settings === null).toBe(problems.length > 0);
  return problems.map((problem) => {
    const { where, what, mend } = problemText(problem, 'en');
    return `${where}: ${what}; ${mend}`;
  });
}

const layout = (lines: string) => `name: city\ngives: findings\nrecognise: [编号]\n${lines}`;

describe('configure', () => {
  it('reads settings, lists, questions, spellings and layouts', async () => {
    const { settings, problems } = await configured({
      'lookup/spellings.csv': 'list,spelling,id\ndepartments,市公安,police\n',
      'lookup/questions.csv': 'id,survey,kind,name_zh\noverall,s,grade,满意吗\n',
      'layouts/city.yaml': layout('columns: { finding_id: 编号 }\n'),
      'programme.yaml': settingsText({ overall_question: 'overall' }),
    });
    expect(problems).toEqual([]);
    expect(settings).toMatchObject({
      programme: { period: 'quarter' },
      questions: [{ id: 'overall' }],
      spellings: [{ list: 'departments', spelling: '市公安', id: 'police' }],
      layouts: [{ name: 'city', columns: { finding_id: '编号' } }],
    });
    expect(settings?.lookups.departments.map(({ id }) => id)).toEqual(['police', 'hrss', 'tax']);
    expect([...(settings?.listed ?? [])].sort()).toEqual([
      'categories',
      'cohorts',
      'departments',
      'halls',
      'questions',
      'services',
      'spellings',
    ]);
  });

  it('says nothing of names while the list that they stand in cannot be read', async () => {
    const files = {
      'lookup/departments.csv': 'id,name_zh,until,until\npolice,公安局,,\n',
      'lookup/spellings.csv': 'list,spelling,id\ndepartments,市公安,police\n',
      'lookup/services.csv': 'id,name_zh,department\npassport,护照,police\n',
    };
    expect(await said(files)).toEqual([
      'lookup/departments.csv, row 1, column until: the column “until” stands there more than once; keep one of them',
    ]);
  });

  it('takes a threshold that is lower than ours, and says so', async () => {
    const { settings, problems } = await configured({
      'programme.yaml': settingsText({ thresholds: '{ smallest_published_base: 5 }' }),
    });
    expect(settings).not.toBe(null);
    expect(problems.map((problem) => problemText(problem, 'en').what)).toEqual([
      'smallest_published_base: 5 is lower than the usual 10 and protects people less',
    ]);
  });

  it('says that a layout was not read for its name', async () => {
    const { settings, problems } = await configured({ 'layouts/city.yml': layout('columns: {}\n') });
    expect(settings?.layouts).toEqual([]);
    expect(problems.map(({ code, file }) => `${code} ${file}`)).toEqual([
      'settings-not-read layouts/city.yml',
    ]);
  });

  it.each<{ description: string; files: Files; expected: (string | RegExp)[] }>([
    {
      description: 'a folder without settings',
      files: { 'programme.yaml': null },
      expected: [/^programme\.yaml: programme\.yaml is not there; does --data name the programme’s folder/],
    },
    {
      description: 'settings under another name',
      files: { 'programme.yaml': null, 'programme.yml': settingsText() },
      expected: [
        /^programme\.yaml: programme\.yaml is not there/,
        'programme.yml: not read: its name does not end in .yaml; rename it programme.yaml',
      ],
    },
    {
      description: 'settings saved in another encoding',
      files: { 'programme.yaml': Buffer.from([0x6e, 0x61, 0x6d, 0x65, 0x3a, 0x20, 0xb2, 0xbf, 0x0a]) },
      expected: [/^programme\.yaml: the bytes here are not UTF-8 \(settings are saved as UTF-8\)/],
    },
    {
      description: 'an overall question that is not asked',
      files: {
        'programme.yaml': settingsText({ overall_question: 'overal' }),
        'lookup/questions.csv': 'id,survey,kind,name_zh\noverall,s,grade,满意吗\n',
      },
      expected: [/character 19: overall_question cannot be “overal”; did you mean overall\?$/],
    },
    {
      description: 'a service of a department that there is not',
      files: { 'lookup/services.csv': 'id,name_zh,department\nid-card,身份证,polise\n' },
      expected: [
        'lookup/services.csv, column department: “polise” is not in the list; id-card names a department that departments.csv lacks',
      ],
    },
    {
      description: 'an overall question where nothing is asked',
      files: { 'programme.yaml': settingsText({ overall_question: 'overall' }) },
      expected: [
        /overall_question cannot be “overall”; there is nothing that it may be yet: take it out, or list it in lookup\/ first$/,
      ],
    },
    {
      description: 'fields, questions and codes in a layout that we do not have',
      files: {
        'layouts/city.yaml': layout(
          [
            'columns: { finding_id: 编号, titel_zh: 标题 }',
            'questions: { overall: 满意 }',
            'row_number_as: finding',
            'constants: { kid: problem }',
            'values: { severity: { 高: seriuos }, department: { 公安: polic } }',
          ].join('\n'),
        ),
      },
      expected: [
        'layouts/city.yaml, row 4, character 28: unknown setting “titel_zh”; did you mean title_zh, title_en?',
        'layouts/city.yaml, row 7, character 14: unknown setting “kid”; did you mean kind?',
        /^layouts\/city\.yaml, row 5, character 14: unknown setting “overall”; there is nothing that it may be yet: take it out, or list it in lookup\/ first$/,
        /row_number_as cannot be “finding”; did you mean finding_id/,
        'layouts/city.yaml, row 8, character 26: values.severity.高 cannot be “seriuos”; did you mean serious?',
        /values\.department\.公安 cannot be “polic”; did you mean police/,
      ],
    },
    {
      description: 'a way of writing dates that we cannot read',
      files: {
        'layouts/city.yaml': layout('columns: { finding_id: 编号 }\ndates: [yyyy-MM-dd, DD/MM/YYYY]\n'),
      },
      expected: [
        /row 5, character 21: dates\.1 is not right: “DD\/MM\/YYYY”; how dates are written, as MM\/dd\/yyyy/,
      ],
    },
    {
      description: 'an encoding that there is not',
      files: { 'layouts/city.yaml': layout('columns: { finding_id: 编号 }\nencoding: cp-9999\n') },
      expected: [/row 5, character 11: encoding is not right: “cp-9999”; encoding, where it cannot be told/],
    },
    {
      description: 'two layouts of one name',
      files: {
        'layouts/a.yaml': layout('columns: {}\n'),
        'layouts/b.yaml': layout('columns: {}\n'),
      },
      expected: [
        'layouts/b.yaml, row 1, character 7: there is a layout “city” already; give it another name',
      ],
    },
  ])('names $description', async ({ files, expected }) => {
    const found = await said(files);
    expect(found).toHaveLength(expected.length);
    for (const [place, one] of expected.entries())
      expect(found[place]).toEqual(typeof one === 'string' ? one : expect.stringMatching(one));
  });
});

describe('configure, a layout with a codebook of its own', () => {
  const survey = (codebook: string, more = '') => ({
    'layouts/hobby.yaml': `name: hobby
gives: responses
recognise: ['1、性别']
columns: { response_id: 序号 }
${more}scales:
  yes-no:
    - { id: yes, name: { zh: 有 } }
    - { id: no, name: { zh: 没有 } }
codebook:
${codebook}`,
  });

  it('adds its questions to the lists, and says where their answers stand', async () => {
    const { settings, problems } = await configured(
      survey(`  - id: sex
    kind: single
    name: { zh: 性别 }
    column: 1、性别
    choices:
      - { id: male, name: { zh: 男 }, is: ['1'] }
      - { id: female, name: { zh: 女 }, is: ['2'] }
    write_in: female
  - { id: car, kind: single, name: { zh: 有车吗 }, column: [2、有车, 3、有车], scale: yes-no }
  - { id: mark, kind: single, name: { zh: 打几分 }, column: 4、分, scale: 0-3 }
  - { id: overall, kind: grade, name: { zh: 满意吗 }, column: 5、满意 }
  - id: care
    kind: scale
    name: { zh: 照护得好吗 }
    column: 7、照护
    choices:
      - { id: good, name: { zh: 好 }, counts: favourable }
      - { id: fair, name: { zh: 一般 } }
      - { id: bad, name: { zh: 差 }, counts: unfavourable }
  - id: hobby
    kind: multiple
    name: { zh: 爱好 }
    choices:
      - { id: sport, name: { zh: 运动 }, column: 第6题(运动) }
      - { id: music, name: { zh: 音乐 }, column: 第6题(音乐) }
`),
    );
    expect(problems).toEqual([]);
    const questions = settings?.questions.map(({ id, survey: of, choices }) => [
      id,
      of,
      choices.map((choice) => choice.id).join(' '),
    ]);
    expect(questions).toEqual([
      ['sex', 'hobby', 'male female'],
      ['car', 'hobby', 'yes no'],
      ['mark', 'hobby', '0 1 2 3'],
      ['overall', 'hobby', 'very_satisfied satisfied fairly_satisfied dissatisfied very_dissatisfied'],
      ['care', 'hobby', 'good fair bad'],
      ['hobby', 'hobby', 'sport music'],
    ]);
    expect(settings?.layouts[0]).toMatchObject({
      questions: {
        sex: '1、性别',
        car: ['2、有车', '3、有车'],
        mark: '4、分',
        overall: '5、满意',
        care: '7、照护',
      },
      options: { hobby: { sport: '第6题(运动)', music: '第6题(音乐)' } },
      values: { sex: { '1': 'male', '2': 'female' } },
      write_ins: { sex: 'female' },
    });
  });

  it('lets another layout name its questions', async () => {
    const { settings, problems } = await configured({
      ...survey('  - { id: car, kind: single, name: { zh: 有车吗 }, column: 2、有车, scale: yes-no }\n'),
      'layouts/again.yaml':
        'name: again\ngives: responses\nrecognise: [有车]\ncolumns: { response_id: 编号 }\nquestions: { car: 有车 }\n',
    });
    expect(problems).toEqual([]);
    expect(settings?.questions.map(({ id }) => id)).toEqual(['car']);
  });

  it.each([
    {
      description: 'a single choice without answers',
      codebook: '  - { id: sex, kind: single, name: { zh: 性别 }, column: 1、性别 }\n',
      expected: ['the answers of sex are not right'],
    },
    {
      description: 'five grades that are four',
      codebook: `  - id: q
    kind: grade
    name: { zh: 满意吗 }
    column: 1、性别
    choices: [${['a', 'b', 'c', 'd'].map((id) => `{ id: ${id}, name: { zh: ${id} } }`).join(', ')}]
`,
      expected: ['the answers of q are not right'],
    },
    {
      description: 'five grades of which one says that it is a middle',
      codebook: `  - id: q
    kind: grade
    name: { zh: 满意吗 }
    column: 1、性别
    choices: [${['a', 'b', 'c', 'd', 'e'].map((id) => `{ id: ${id}, name: { zh: ${id} }${id < 'c' ? ', counts: favourable' : ''} }`).join(', ')}]
`,
      expected: ['the answers of q are not right'],
    },
    {
      description: 'a scale that is not there',
      codebook: '  - { id: q, kind: score, name: { zh: 打分 }, column: 1、性别, scale: marks }\n',
      expected: ['there is no scale “marks”'],
    },
    {
      description:
        'two answers of one id, a write-in that is none, a text without the main language, no column',
      codebook: `  - id: q
    kind: single
    name: { en: Why }
    choices: [{ id: a, name: { zh: 甲 } }, { id: a, name: { zh: 乙 } }]
    write_in: other
`,
      expected: [
        'q has two answers a',
        'q has no answer other',
        'q or an answer of it lacks the main language zh',
        'q names no column',
      ],
    },
    {
      description: 'an id that stands there twice',
      codebook:
        '  - { id: q, kind: text, name: { zh: 甲 }, column: a }\n  - { id: q, kind: text, name: { zh: 乙 }, column: b }\n',
      expected: ['the question id q is taken', 'the question id q is taken'],
    },
  ])('says with its line what is wrong: $description', async ({ codebook, expected }) => {
    const found = await said(survey(codebook));
    expect(
      found.map((line) => line.replace(/^layouts\/hobby\.yaml, row \d+, character \d+: |; .*$/g, '')),
    ).toEqual(expected);
  });
});

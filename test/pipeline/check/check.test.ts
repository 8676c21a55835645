import { describe, expect, it } from 'vitest';
import { layoutSettings, type Layout } from '../../../src/model/layout.ts';
import { problemText, type Problem } from '../../../src/model/problem.ts';
import type { RecordKind } from '../../../src/model/record.ts';
import type { Settings } from '../../../src/model/settings.ts';
import { check, columnsOf } from '../../../src/pipeline/check/check.ts';
import { recognise } from '../../../src/pipeline/recognise/recognise.ts';
import { smallSettings } from '../small-settings.ts';
import { fc } from '../../seeded-checks.ts';

interface Checked {
  /** The records of each kind, by column, without blank cells. */
  readonly records: Readonly<Partial<Record<RecordKind, Record<string, string>[]>>>;
  readonly problems: readonly Problem[];
  readonly account: { read: number; used: number; setAside: Record<string, number> };
  readonly spellings: readonly string[];
}

/** Checks rows under a header, as they come from a drop: the header is row 1. */
async function checked(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  settings: Settings = smallSettings(),
  file = 'a.csv',
): Promise<Checked> {
  const { recognised, problems } = recognise({ file, head: [header] }, settings);
  if (recognised === null) throw new Error(problems.map(({ code }) => code).join(' '));
  const batches = (async function* () {
    yield { first: 1, rows: [header, ...rows].map((row) => [...row]) };
  })();
  const told: Problem[] = [];
  const run = check(file, batches, recognised, settings, (problem) => told.push(problem));
  const records: Partial<Record<RecordKind, Record<string, string>[]>> = {};
  for await (const parts of run.batches)
    for (const { kind, rows: kept } of parts) {
      const columns = columnsOf(kind, recognised, settings);
      const named = kept.map((cells) =>
        Object.fromEntries(
          columns.map((column, place) => [column, cells[place] ?? '']).filter(([, cell]) => cell !== ''),
        ),
      );
      records[kind] = [...(records[kind] ?? []), ...named];
    }
  const { account, spellings } = run.found;
  return { records, problems: told, account, spellings: [...spellings] };
}

function said(problems: readonly Problem[]): string[] {
  return problems.map((problem) => {
    const { where, what, mend } = problemText(problem, 'en');
    return `${where.replace('a.csv, ', '')}: ${what}; ${mend}`;
  });
}

const header = [
  'finding_id',
  'kind',
  'found_on',
  'found_time',
  'title_zh',
  'title_en',
  'department',
  'severity',
  'due_on',
];
/** A row that is well, with some of its cells changed. */
function row(changes: Readonly<Record<string, string>> = {}): string[] {
  const well: Record<string, string> = {
    finding_id: 'F1',
    kind: '问题',
    found_on: '2025/3/1',
    title_zh: '等候太久',
    department: '人社局',
    severity: '较重',
    ...changes,
  };
  return header.map((name) => well[name] ?? '');
}

describe('check', () => {
  it('turns a row into a record of canonical cells, which knows its row', async () => {
    const { records, problems, account } = await checked(header, [
      row({ found_time: '9:05', due_on: '2025-03-10 17:00' }),
    ]);
    expect(problems).toEqual([]);
    expect(records.findings).toEqual([
      {
        source_row: '2',
        finding_id: 'F1',
        kind: 'problem',
        found_on: '2025-03-01',
        found_time: '09:05:00',
        title_zh: '等候太久',
        department: 'hrss',
        severity: 'serious',
        due_on: '2025-03-10',
        due_time: '17:00:00',
      },
    ]);
    expect(account).toEqual({ read: 1, used: 1, setAside: {} });
  });

  it.each([
    {
      description: 'an impossible date',
      changes: { found_on: '2025-02-29' },
      expected: 'column found_on: “2025-02-29” is not a date; write it as yyyy-MM-dd',
    },
    {
      description: 'a month that is none',
      changes: { due_on: '2025-13-01' },
      expected: 'column due_on: “2025-13-01” is not a date; write it as yyyy-MM-dd',
    },
    {
      description: 'a time that is none',
      changes: { found_time: '25:99' },
      expected: 'column found_time: “25:99” is not a time of day; write it as 15:30 or 15:30:05',
    },
    {
      description: 'an unknown department',
      changes: { department: '公安厅局' },
      expected:
        'column department: “公安厅局” is not in the list; did you mean “公安局” (police)? If the first, write departments,公安厅局,police into lookup/spellings.csv, or run npm run check -- --accept "departments,公安厅局,police"',
    },
    {
      description: 'an unknown word',
      changes: { severity: 'urgent' },
      expected:
        'column severity: “urgent” is not one of the words this column takes; it may be: minor, ordinary, serious',
    },
    {
      description: 'a blank that must be filled in',
      changes: { department: ' ' },
      expected: 'column department: must be filled in and is blank; fill it in, or take the row away',
    },
    {
      description: 'no title in any language',
      changes: { title_zh: '' },
      expected: 'column title_zh: must be filled in and is blank; fill it in, or take the row away',
    },
    {
      description: 'an id with a path in it',
      changes: { finding_id: '../../x' },
      expected:
        'column finding_id: the id “../../x” holds characters it may not hold; an id takes letters, digits and . _ - only, 80 characters at most',
    },
    {
      description: 'a formula',
      changes: { title_zh: '=1+2' },
      expected:
        'column title_zh: the cell looks like a formula: =1+2; take it out; if it is meant so, write formula-in-cell under tolerate in programme.yaml: it is shown as text',
    },
    {
      description: 'markup',
      changes: { title_en: '<b>Now</b>' },
      expected:
        'column title_en: the cell holds markup: <b>Now</b>; take it out; if it is meant so, write markup-in-cell under tolerate in programme.yaml: it is shown as text',
    },
    {
      description: 'a cell of five megabytes',
      changes: { title_zh: 'x'.repeat(5_000_000) },
      expected:
        'column title_zh: the cell has 5000000 characters, at most 100000 are taken; most likely a quote is not closed and swallowed the rows below',
    },
  ])('names row, column and mend of $description, and sets the row aside', async ({ changes, expected }) => {
    const { records, problems, account } = await checked(header, [row({ finding_id: 'F0' }), row(changes)]);
    expect(said(problems)).toEqual([`row 3, ${expected}`]);
    expect(account).toEqual({ read: 2, used: 1, setAside: { [problems[0]?.code ?? '']: 1 } });
    expect(records.findings?.map((record) => record['finding_id'])).toEqual(['F0']);
  });

  it('takes a text that is wrapped up against a spreadsheet for that text', async () => {
    const wrapped = row({ finding_id: '="007"', found_on: '="2025-03-01"' });
    const { records, problems } = await checked(header, [wrapped]);
    expect(problems).toEqual([]);
    expect(records.findings).toMatchObject([{ finding_id: '007', found_on: '2025-03-01' }]);
    const formula = await checked(header, [row({ title_zh: '="1"&"2"' })]);
    expect(formula.problems).toMatchObject([{ code: 'formula-in-cell' }]);
  });

  it('takes a title in the second language alone', async () => {
    const { records, problems } = await checked(header, [row({ title_zh: '', title_en: 'Long waits' })]);
    expect(problems).toEqual([]);
    expect(records.findings).toMatchObject([{ title_en: 'Long waits' }]);
  });

  it('gathers every fault of a row, and counts the row once', async () => {
    const { problems, account } = await checked(header, [row({ kind: 'x', found_on: 'y', department: 'z' })]);
    expect(problems.map(({ column }) => column)).toEqual(['kind', 'found_on', 'department']);
    expect(account).toEqual({ read: 1, used: 0, setAside: { 'unknown-code': 1 } });
  });

  it.each([
    {
      description: 'a row too short',
      cells: ['F1', 'problem'],
      expected: 'row 2: cells in the row: 2, not 9; a separator is missing, or a quote is not closed',
    },
    {
      description: 'a row too long',
      cells: [...row(), 'x'],
      expected: 'row 2: cells in the row: 10, not 9; a text holds a separator and is not quoted',
    },
    {
      description: 'two rows in one, where lines end in several ways',
      cells: [...row({ due_on: '\nF2' }), ...row().slice(1)],
      expected:
        'row 2: 2 rows run into one: the lines of the file do not all end in the same way; export it again, and do not join two files. Or open it in Excel, look at rows and ids and save it as .xlsx; or in Notepad copy all of it into a new file',
    },
  ])('names $description', async ({ cells, expected }) => {
    expect(said((await checked(header, [cells])).problems)).toEqual([expected]);
  });

  it('does not mind empty cells too many at the end', async () => {
    expect((await checked(header, [[...row(), '', ' ']])).problems).toEqual([]);
  });

  it('does not leave out what stands under a column without a name', async () => {
    const { problems } = await checked(
      [...header, ''],
      [
        [...row(), ''],
        [...row(), '要紧的话'],
      ],
    );
    expect(said(problems)).toEqual([
      'row 3: unknown column “要紧的话”; there is no name above this cell: write one, or take it out',
    ]);
  });

  it('counts blank rows and keeps the numbers of the others', async () => {
    const { records, account } = await checked(header, [[''], row(), ['', ' '], row({ finding_id: 'F2' })]);
    expect(records.findings?.map((record) => record['source_row'])).toEqual(['3', '5']);
    expect(account).toEqual({ read: 4, used: 2, setAside: { 'blank-row': 2 } });
  });

  it.each([{ rows: [] }, { rows: [[''], ['', '']] }])(
    'says that there is no row under the header',
    async ({ rows }) => {
      expect(said((await checked(header, rows)).problems)).toEqual([
        'a.csv: there is a header and no row under it; export it again; if there is nothing, take it away',
      ]);
    },
  );

  it('keeps a formula and markup as they are where the office tolerates them, and still reports them', async () => {
    const settings = smallSettings({}, { tolerate: '[formula-in-cell, markup-in-cell]' });
    const cells = row({ title_zh: '=1+2', title_en: '<b>x</b>' });
    const { records, problems, account } = await checked(header, [cells], settings);
    expect(records.findings).toMatchObject([{ title_zh: '=1+2', title_en: '<b>x</b>' }]);
    expect(problems.map(({ code }) => code)).toEqual(['formula-in-cell', 'markup-in-cell']);
    expect(account.used).toBe(1);
  });

  it('says which learnt spellings a drop used', async () => {
    expect((await checked(header, [row({ department: '市公安' })])).spellings).toEqual([
      'departments:市 公安',
    ]);
  });

  it('reads the office’s own reasons by code or word, and no others', async () => {
    const events = ['finding_id', 'event', 'on', 'reason'];
    const { records, problems } = await checked(events, [
      ['F1', 'refused', '2025-03-01', 'cost'],
      ['F2', '部门不采纳', '2025-03-01', '成本过高'],
      ['F3', 'refused', '2025-03-01', 'costs'],
    ]);
    expect(records.events?.map((record) => record['reason'])).toEqual(['cost', 'cost']);
    expect(said(problems)).toEqual([
      'row 4, column reason: “costs” is not one of the words this column takes; did you mean “cost”?',
    ]);
  });

  it('reads those who look by the programme’s name for them, by ours, and by the code', async () => {
    const settings = smallSettings({}, { officers: '{ zh: 检查人员, en: inspector }' });
    const events = ['finding_id', 'event', 'on', 'by'];
    const { records, problems } = await checked(
      events,
      [
        ['F1', '检查人员确认已整改', '2025-03-01', '检查人员'],
        ['F2', '体验官确认已整改', '2025-03-01', '体验官'],
        ['F3', 'confirmed', '2025-03-01', 'Inspector'],
        ['F4', 'confirmed', '2025-03-01', '检察员'],
      ],
      settings,
    );
    expect(records.events?.map(({ event, by }) => [event, by])).toEqual(
      Array.from({ length: 3 }, () => ['confirmed', 'officer']),
    );
    expect(said(problems)).toEqual([
      'row 5, column by: “检察员” is not one of the words this column takes; did you mean “检查人员”?',
    ]);
  });

  it('reads counts and months', async () => {
    const { records, problems } = await checked(
      ['department', 'month', 'transactions'],
      [
        ['tax', '2025年3月', '1,234'],
        ['tax', '2025-04', '１２'],
        ['tax', '2025-05', '1.5'],
        ['tax', '202506', '-3'],
      ],
    );
    expect(records.transactions).toMatchObject([
      { month: '2025-03', transactions: '1234' },
      { month: '2025-04', transactions: '12' },
    ]);
    expect(problems.map(({ code, row: at }) => [at, code])).toEqual([
      [4, 'bad-count'],
      [5, 'bad-date'],
      [5, 'bad-count'],
    ]);
  });
});

describe('check, what stands beside the data', () => {
  it('sets the header come again, totals and notes aside, and the account balances', async () => {
    const { account, problems, records } = await checked(header, [
      row(),
      [...header],
      row({ finding_id: 'F2' }),
      ['合计', '2'],
      [''],
      ['注：不含乡镇'],
    ]);
    expect(records.findings?.map(({ finding_id }) => finding_id)).toEqual(['F1', 'F2']);
    expect(account).toEqual({
      read: 6,
      used: 2,
      setAside: { 'repeated-header': 1, 'total-row': 1, 'blank-row': 1, 'note-row': 1 },
    });
    expect(said(problems)).toEqual([
      'row 3: the header stands there again among the rows; it was not taken for data; nothing to do',
      'row 5: a row of totals (“合计”); it was not taken for data; nothing to do',
      'row 7: a note to the table (“注：不含乡镇”); it was not taken for data; nothing to do',
    ]);
  });

  it('has no rows if only such stand there', async () => {
    expect((await checked(header, [['合计'], ['']])).problems.map(({ code }) => code)).toEqual([
      'total-row',
      'no-rows',
    ]);
  });

  it('leaves a day that stands for none blank, and misses it where a day must be', async () => {
    const { records, problems } = await checked(header, [
      row({ due_on: '9999-12-31' }),
      row({ finding_id: 'F2', found_on: '1900-01-01' }),
    ]);
    expect(records.findings).toHaveLength(1);
    expect(records.findings?.[0]).not.toHaveProperty('due_on');
    expect(problems.map(({ code, row: at, column }) => [code, at, column])).toEqual([
      ['sentinel-date', 2, 'due_on'],
      ['missing-value', 3, 'found_on'],
    ]);
  });
});

describe('check, whatever the cells', () => {
  it('loses no row: each is used, or set aside for a reason that is told with its row', async () => {
    const cell = fc.oneof(
      fc.constantFrom(
        '',
        ' ',
        'F1',
        'problem',
        '2025-03-01',
        '2025-02-30',
        '10:00',
        '窗口',
        '公安局',
        'serious',
        '=1',
        '<b>',
      ),
      fc.string({ unit: 'binary', maxLength: 12 }),
    );
    const rows = fc.array(fc.array(cell, { maxLength: 11 }), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(rows, async (given) => {
        const { problems, account, records } = await checked(header, given);
        const aside = Object.values(account.setAside).reduce((sum, count) => sum + count, 0);
        expect(account.read).toBe(given.length);
        expect(account.used + aside).toBe(account.read);
        expect(records.findings ?? []).toHaveLength(account.used);
        const told = new Set(problems.flatMap(({ row: at }) => (at === undefined ? [] : [at])));
        expect(told.size).toBe(aside - (account.setAside['blank-row'] ?? 0));
      }),
      { numRuns: 200 },
    );
  });
});

describe('check, answers to a survey', () => {
  const survey = ['response_id', 'department', 'overall', 'recommend', 'trips', 'troubles', 'comment'];

  it('reads each kind of answer, and keeps no free text', async () => {
    const { records, problems } = await checked(survey, [
      ['R1', 'tax', '非常满意', '10', '一趟', '排队久|Too many papers | |排队久', '窗口的张三很好'],
      ['R2', '', '', '', '', '', '<script>'],
    ]);
    expect(problems).toEqual([]);
    expect(records.responses).toEqual([
      {
        source_row: '2',
        response_id: 'R1',
        department: 'tax',
        'question:overall': 'very_satisfied',
        'question:recommend': '10',
        'question:trips': 'one',
        'question:troubles': 'queue|papers',
      },
      { source_row: '3', response_id: 'R2' },
    ]);
    expect(JSON.stringify(records)).not.toContain('张三');
  });

  it.each([
    ['overall', '很满意', 'did you mean “满意”, “不满意”, “基本满意”?'],
    ['recommend', '11', 'did you mean “1”'],
    ['trips', '三十', 'the question takes: 一趟, 两趟'],
    ['troubles', '排队久|堵车', 'the question takes: 排队久, 材料多, 其他'],
  ])('names an answer to %s that is none', async (question, answer, mend) => {
    const cells = survey.map((name) => (name === 'response_id' ? 'R1' : name === question ? answer : ''));
    const { problems } = await checked(survey, [cells]);
    expect(said(problems)).toEqual([expect.stringContaining(`row 2, column ${question}: `)]);
    expect(said(problems)[0]).toContain(mend);
  });
});

describe('check, by a layout', () => {
  const city: Layout = layoutSettings.parse({
    name: 'city',
    gives: 'findings',
    recognise: ['No'],
    columns: {
      finding_id: 'No',
      found_on: 'Opened',
      title_en: 'What',
      department: 'Who',
      severity: 'Level',
      due_on: 'Target',
    },
    constants: { kind: 'problem' },
    dates: ['MM/dd/yyyy hh:mm:ss a'],
    values: { severity: { High: 'serious' }, department: { PD: 'police' } },
    missing: ['NA', '-'],
    events: [
      { event: 'claimed', on: 'Closed', by: 'department', remedy: 'one_off', note: { en: 'Reply' } },
      { event: 'confirmed', on: 'Checked', by: 'officer' },
    ],
    ignore: 'rest',
  });
  const settings = smallSettings({ layouts: [city] });
  const theirs = ['No', 'Opened', 'What', 'Who', 'Level', 'Target', 'Closed', 'Reply', 'Checked', 'Secret'];

  it('reads dates, values, constants and missing words as the layout says, and the events of the row', async () => {
    const { records, problems } = await checked(
      theirs,
      [
        [
          '17',
          '03/01/2025 12:05:00 AM',
          'Noise',
          'PD',
          'High',
          '03/05/2025 05:00:00 PM',
          '03/04/2025 01:00:00 PM',
          'Done.',
          'NA',
          's',
        ],
        ['18', '03/02/2025 01:00:00 AM', 'Noise', 'tax', '-', 'NA', 'NA', 'NA', '', 's'],
      ],
      settings,
    );
    expect(problems).toEqual([]);
    expect(records.findings).toEqual([
      {
        source_row: '2',
        finding_id: '17',
        kind: 'problem',
        found_on: '2025-03-01',
        found_time: '00:05:00',
        title_en: 'Noise',
        department: 'police',
        severity: 'serious',
        due_on: '2025-03-05',
        due_time: '17:00:00',
      },
      {
        source_row: '3',
        finding_id: '18',
        kind: 'problem',
        found_on: '2025-03-02',
        found_time: '01:00:00',
        title_en: 'Noise',
        department: 'tax',
      },
    ]);
    expect(records.events).toEqual([
      {
        source_row: '2',
        finding_id: '17',
        event: 'claimed',
        on: '2025-03-04',
        time: '13:00:00',
        by: 'department',
        remedy: 'one_off',
        note_en: 'Done.',
      },
    ]);
    expect(JSON.stringify(records)).not.toContain('"s"');
  });

  it('calls a column by the name that it has in the drop', async () => {
    const cells = [
      '17',
      '2025-03-01',
      'Noise',
      'XX',
      'Low',
      '',
      '13/01/2025 01:00:00 PM',
      '<b>x</b>',
      '',
      '',
    ];
    const { problems } = await checked(theirs, [cells], settings);
    expect(problems.map(({ code, column }) => [code, column])).toEqual([
      ['bad-date', 'Opened'],
      ['unknown-name', 'Who'],
      ['unknown-code', 'Level'],
      ['bad-date', 'Closed'],
    ]);
  });

  it('holds a note of an event to the rules of every text', async () => {
    const cells = [
      '17',
      '03/01/2025 01:00:00 AM',
      'Noise',
      'PD',
      '',
      '',
      '03/04/2025 01:00:00 PM',
      '<b>x</b>',
      '',
      '',
    ];
    const { problems } = await checked(theirs, [cells], settings);
    expect(problems).toMatchObject([{ code: 'markup-in-cell', column: 'Reply', value: '<b>x</b>' }]);
  });

  const poll: Layout = layoutSettings.parse({
    name: 'poll',
    gives: 'responses',
    recognise: ['Q1'],
    row_number_as: 'response_id',
    columns: {},
    questions: { troubles: 'Q1', trips: 'Q2' },
    separator: ';',
    values: { trips: { '1': 'one' } },
    write_ins: { troubles: 'other' },
  });

  it('takes multiple answers by the separator of the layout, and answers written in as it says', async () => {
    const { records, problems } = await checked(
      ['Q1', 'Q2'],
      [['排队久;门口的石狮子;停车难', '1']],
      smallSettings({ layouts: [poll] }),
    );
    expect(problems).toEqual([]);
    expect(records.responses).toMatchObject([
      { 'question:troubles': 'queue|other', 'question:trips': 'one' },
    ]);
    expect(JSON.stringify(records)).not.toContain('石狮子');
  });

  it('makes ids from row numbers that no other file has', async () => {
    const inFile = async (file: string) => {
      const { records } = await checked(
        ['Q1', 'Q2'],
        [
          ['', '1'],
          ['', '1'],
        ],
        smallSettings({ layouts: [poll] }),
        file,
      );
      return records.responses?.map((record) => record['response_id']) ?? [];
    };
    const [first, again, second] = [await inFile('a.csv'), await inFile('a.csv'), await inFile('b.csv')];
    expect(first).toEqual(again);
    expect(first[0]).toMatch(/^poll-[0-9a-f]{8}-2$/);
    expect(new Set([...first, ...second]).size).toBe(4);
  });
});

describe('check, a survey tool’s ways of writing answers', () => {
  const survey = (more: Readonly<Record<string, unknown>>): Settings =>
    smallSettings({
      layouts: [
        layoutSettings.parse({
          name: 'tool',
          gives: 'responses',
          recognise: ['No'],
          columns: { response_id: 'No' },
          ignore: 'rest',
          ...more,
        }),
      ],
    });
  const answersOf = async (settings: Settings, names: string[], ...rows: string[][]) => {
    const { records, problems, account } = await checked(names, rows, settings);
    return { answers: records.responses ?? [], said: said(problems), account };
  };

  it('keeps the running numbers of surveys apart by the prefix that the layout gives', async () => {
    const { answers } = await answersOf(survey({ id_prefix: 'wave-1-' }), ['No'], ['7']);
    expect(answers).toEqual([{ source_row: '2', response_id: 'wave-1-7' }]);
  });

  it('gathers a question with a column an answer, however the column says that it was chosen', async () => {
    const settings = survey({ options: { troubles: { queue: 'Queue', papers: 'Papers', other: 'Else' } } });
    const { answers } = await answersOf(
      settings,
      ['No', 'Queue', 'Papers', 'Else'],
      ['1', '1', '0', ''],
      ['2', 'TRUE', 'FALSE', 'the lift is broken'],
      ['3', 'Queue', '', 'No'],
      ['4', '-3', '-3', '-3'],
    );
    expect(answers.map((row) => row['question:troubles'])).toEqual([
      'queue',
      'queue|other',
      'queue',
      undefined,
    ]);
  });

  it('takes the answer of a question from the first of its columns that is filled in, then from its options', async () => {
    const settings = survey({ questions: { trips: ['Now', 'Then'] }, options: { trips: { two: 'More' } } });
    const { answers } = await answersOf(
      settings,
      ['No', 'Now', 'Then', 'More'],
      ['1', 'One', 'Two', ''],
      ['2', '', 'Two', ''],
      ['3', '', '', 'many times'],
    );
    expect(answers.map((row) => row['question:trips'])).toEqual(['one', 'two', 'two']);
  });

  it('drops what was written in between the marks of the layout', async () => {
    const settings = survey({
      questions: { troubles: 'Which', trips: 'How often' },
      separator: '┋',
      write_in_marks: ['〖', '〗'],
    });
    const { answers, said: found } = await answersOf(
      settings,
      ['No', 'Which', 'How often'],
      ['1', '排队久┋其他〖电梯┋坏了〗', '两趟〖大概'],
    );
    expect(found).toEqual([]);
    expect(answers).toEqual([
      { source_row: '2', response_id: '1', 'question:trips': 'two', 'question:troubles': 'queue|other' },
    ]);
  });

  it('splits several answers by the listed ones, for answers hold the separator too', async () => {
    const names = { zh: '窗口, 网站' };
    const questions = smallSettings().questions.map((question) =>
      question.id === 'troubles'
        ? {
            ...question,
            choices: [...question.choices, { id: 'both', names }, { id: 'desk', names: { zh: '窗口' } }],
          }
        : question,
    );
    const settings = { ...survey({ questions: { troubles: 'Which' }, separator: ', ' }), questions };
    const { answers } = await answersOf(
      settings,
      ['No', 'Which'],
      ['1', '窗口, 网站, 排队久'],
      ['2', '排队久,  窗口'],
      ['3', '窗口, 材料多'],
    );
    expect(answers.map((row) => row['question:troubles'])).toEqual([
      'both|queue',
      'queue|desk',
      'desk|papers',
    ]);
  });

  it('takes a whole number that a program wrote as a fraction, and an answer with blanks behind it', async () => {
    const settings = survey({ questions: { recommend: 'Score', trips: 'Trips' } });
    const { answers } = await answersOf(settings, ['No', 'Score', 'Trips'], ['1', '10.0', 'Two ']);
    expect(answers).toEqual([
      { source_row: '2', response_id: '1', 'question:recommend': '10', 'question:trips': 'two' },
    ]);
  });

  it('sets rows aside by the rules of the layout, counts them by reason, and looks at nothing else in them', async () => {
    const settings = survey({
      questions: { trips: 'Trips' },
      set_aside: [
        { column: 'State', is: ['Partial', ''], as: 'partial-response' },
        { column: 'Check', is_not: ['yes', '“Yes”'], as: 'failed-check' },
      ],
    });
    const {
      answers,
      account,
      said: found,
    } = await answersOf(
      settings,
      ['No', 'State', 'Check', 'Trips'],
      ['1', 'Complete', 'yes ', 'Two'],
      ['2', 'Partial', 'yes', 'nonsense'],
      ['3', '', 'yes', 'Two'],
      ['4', 'Complete', 'YES', 'Two'],
      ['5', 'Complete', '“Yes”', 'One'],
    );
    expect(found).toEqual([]);
    expect(answers.map((row) => row['response_id'])).toEqual(['1', '5']);
    expect(account).toEqual({ read: 5, used: 2, setAside: { 'partial-response': 2, 'failed-check': 1 } });
  });
});

import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../src/model/problem.ts';
import { runSmall, settingsText, type Files, type TextRow } from '../small-programme.ts';

const header = 'finding_id,kind,found_on,title_zh,department,severity';
const one = `${header}\nF1,problem,2025-04-21,等候太久,police,serious\n`;
const events = (...lines: string[]) =>
  `finding_id,event,on,time,note_zh\n${lines.map((line) => `${line}\n`).join('')}`;

/** What is wrong, in short: code, file, row, column and value. */
function short(problems: readonly Problem[]): string[] {
  return problems.map(({ code, file, row, column, value }) =>
    [code, file, row, column, value].filter((part) => part !== undefined).join(' '),
  );
}

/** The row of a table whose cells are those given. */
function find(rows: readonly TextRow[], wanted: TextRow): TextRow | undefined {
  return rows.find((row) => Object.entries(wanted).every(([column, cell]) => row[column] === cell));
}

describe('later drops', () => {
  it('correct earlier ones, field by field, and the history says so', async () => {
    const result = await runSmall({
      'drops/2025-1.csv': `${one}F2,problem,2025-04-22,指南不清,tax,minor\n`,
      'drops/2025-2.csv': `${header}\nF1,problem,2025-04-20,等候太久,hrss,serious\n`,
      'drops/2025-3.csv': `${header}\nF1,problem,2025-04-20,等候一小时,hrss,serious\n`,
    });
    expect(short(result.problems)).toEqual([]);
    const findings = await result.rows('findings');
    expect(findings).toHaveLength(2);
    expect(find(findings, { finding_id: 'F1' })).toMatchObject({
      found_on: '2025-04-20',
      title_zh: '等候一小时',
      department_id: 'hrss',
    });
    expect(await result.rows('changes')).toEqual([
      {
        finding_id: 'F1',
        event: '',
        column: 'found_on',
        before: '2025-04-21',
        after: '2025-04-20',
        corrected_by: '2025-2.csv',
      },
      {
        finding_id: 'F1',
        event: '',
        column: 'department',
        before: 'police',
        after: 'hrss',
        corrected_by: '2025-2.csv',
      },
      {
        finding_id: 'F1',
        event: '',
        column: 'title_zh',
        before: '等候太久',
        after: '等候一小时',
        corrected_by: '2025-3.csv',
      },
    ]);
  });

  it('do not tell of corrections to findings that come after the cut-off', async () => {
    const result = await runSmall({
      'drops/1.csv': `${one}F9,problem,2025-08-01,将来,police,serious\n`,
      'drops/2.csv': `${header}\nF9,problem,2025-08-01,将来的事,police,serious\n`,
    });
    expect(await result.rows('changes')).toEqual([]);
  });

  it('correct an event of the same moment, and add any other', async () => {
    const result = await runSmall({
      'drops/1.csv': one,
      'drops/2.csv': events('F1,sent,2025-04-22,,甲', 'F1,claimed,2025-04-23,,乙'),
      'drops/3.csv': events('F1,claimed,2025-04-23,,丙', 'F1,claimed,2025-04-24,,丁'),
    });
    const steps = await result.rows('finding_events');
    expect(steps.map((row) => [row['event'], row['on'], row['note_zh']])).toEqual([
      ['found', '2025-04-21', ''],
      ['sent', '2025-04-22', '甲'],
      ['claimed', '2025-04-23', '丙'],
      ['claimed', '2025-04-24', '丁'],
    ]);
  });

  it('that bring the same rows again change nothing, and the rows are counted once', async () => {
    const result = await runSmall({ 'drops/1.csv': one, 'drops/2.csv': one });
    expect(short(result.problems)).toEqual(['rows-given-again 2.csv 1']);
    expect(await result.rows('findings')).toHaveLength(1);
    expect(await result.rows('changes')).toEqual([]);
    const quality = await result.rows('quality');
    const of = (drop: string) =>
      quality
        .filter((row) => row['drop'] === drop)
        .map((row) => `${row['outcome']} ${row['reason']} ${row['rows']}`);
    expect(of('1.csv')).toEqual(['read  1', 'used  1']);
    expect(of('2.csv')).toEqual(['read  1', 'used  0', 'set_aside repeated-row 1']);
  });
});

describe('one drop', () => {
  it('that repeats a row counts it once', async () => {
    const result = await runSmall({ 'drops/1.csv': `${one}F1,problem,2025/4/21,等候太久,公安局,较重\n` });
    expect(short(result.problems)).toEqual(['repeated-row 1.csv 3 F1']);
    expect(result.outcome.published).toBe(true);
  });

  it('that contradicts itself must be mended, whatever kind of record it holds', async () => {
    const result = await runSmall({
      'drops/1.csv': `${one}F1,problem,2025-04-21,指南不清,police,serious\n`,
      'drops/2.csv': 'visit_id,on,hall\nV1,2025-04-21,centre\nV1,2025-04-21,north\n',
      'drops/3.csv': 'department,month,transactions\ntax,2025-04,10\ntax,2025-04,11\n',
    });
    expect(short(result.problems)).toEqual([
      'conflicting-row 1.csv 3 F1',
      'conflicting-row 2.csv 3 V1',
      'conflicting-row 3.csv 3 tax 2025-04',
    ]);
    expect(result.outcome).toMatchObject({ fatal: true, published: false });
  });
});

describe('what does not hold together', () => {
  it('is an event, a recurrence or a duplicate of a finding that there is not', async () => {
    const result = await runSmall({
      'drops/1.csv': `${header},recurrence_of\nF1,problem,2025-04-21,等候太久,police,serious,F0\n`,
      'drops/2.csv': 'finding_id,event,on,other_finding\nF7,sent,2025-04-22,\nF1,duplicate,2025-04-23,F8\n',
    });
    expect(short(result.problems)).toEqual([
      'unknown-finding 2.csv 2 finding_id F7',
      'unknown-finding 1.csv 2 recurrence_of F0',
      'unknown-finding 2.csv 3 other_finding F8',
    ]);
    expect(result.outcome.published).toBe(false);
  });

  const asDuplicates = (...pairs: readonly (readonly [string, string])[]) =>
    `finding_id,event,on,other_finding\n${pairs.map(([id, other]) => `${id},duplicate,2025-04-23,${other}\n`).join('')}`;
  const several = `${header}\n${['F1', 'F2', 'F3', 'F4'].map((id) => `${id},problem,2025-04-21,等候太久,police,serious\n`).join('')}`;

  it.each([
    {
      description: 'a finding that is a duplicate of itself',
      pairs: [['F1', 'F1']],
      expected: [{ row: 2, value: 'F1', detail: 'F1 → F1' }],
    },
    {
      description: 'two findings of which each is a duplicate of the other, told once',
      pairs: [
        ['F1', 'F2'],
        ['F2', 'F1'],
      ],
      expected: [{ row: 3, value: 'F2', detail: 'F2 → F1 → F2' }],
    },
    {
      description: 'a longer circle, without the duplicate of one in it',
      pairs: [
        ['F4', 'F2'],
        ['F1', 'F2'],
        ['F2', 'F3'],
        ['F3', 'F1'],
      ],
      expected: [{ row: 5, value: 'F3', detail: 'F3 → F1 → F2 → F3' }],
    },
  ] as const)('is $description', async ({ pairs, expected }) => {
    const result = await runSmall({ 'drops/1.csv': several, 'drops/2.csv': asDuplicates(...pairs) });
    expect(result.problems).toEqual(
      expected.map((one) => ({ code: 'finding-circle', file: '2.csv', column: 'other_finding', ...one })),
    );
    expect(result.outcome.published).toBe(false);
  });

  it('is a circle of recurrences', async () => {
    const result = await runSmall({
      'drops/1.csv': `${header},recurrence_of\nF1,problem,2025-04-21,等候太久,police,serious,F2\nF2,problem,2025-04-22,等候太久,police,serious,F1\nF3,problem,2025-04-22,等候太久,police,serious,F1\n`,
    });
    expect(result.problems).toEqual([
      {
        code: 'finding-circle',
        file: '1.csv',
        row: 3,
        column: 'recurrence_of',
        value: 'F2',
        detail: 'F2 → F1 → F2',
      },
    ]);
  });

  it('is not a duplicate of a duplicate, nor a circle that a later step has opened', async () => {
    const chain = await runSmall({
      'drops/1.csv': several,
      'drops/2.csv': asDuplicates(['F1', 'F2'], ['F2', 'F3'], ['F3', 'F4']),
    });
    expect(chain.problems).toEqual([]);
    const opened = await runSmall({
      'drops/1.csv': several,
      'drops/2.csv': `${asDuplicates(['F1', 'F2'], ['F2', 'F1'])}F2,reopened,2025-04-24,\n`,
    });
    expect(opened.problems).toEqual([]);
  });

  const tooEarly: Files = {
    'drops/1.csv': `finding_id,kind,found_on,found_time,title_zh,department,severity,due_on\n${Array.from(
      { length: 12 },
      (_, place) => `F${place + 10},problem,2025-04-21,10:00,等候太久,police,serious,2025-05-01`,
    ).join('\n')}\n`,
    'drops/2.csv': events(
      'F10,claimed,2025-04-20,,',
      'F11,claimed,2025-04-21,9:30,',
      'F12,claimed,2025-04-21,,',
    ),
  };

  it('is an event before the finding', async () => {
    const result = await runSmall(tooEarly);
    expect(short(result.problems)).toEqual([
      'event-before-found 2.csv 2 on claimed 2025-04-20',
      'event-before-found 2.csv 3 on claimed 2025-04-21',
    ]);
    expect(result.outcome).toMatchObject({ fatal: true, published: false });
  });

  it('and where it is tolerated: kept, out of the time statistics, and counted', async () => {
    const result = await runSmall({
      ...tooEarly,
      'programme.yaml': settingsText({ tolerate: '[event-before-found]' }),
    });
    expect(result.outcome).toMatchObject({ fatal: false, published: true });
    const findings = await result.rows('findings');
    expect(findings.map((row) => row['dates_out_of_order']).slice(0, 4)).toEqual([
      'true',
      'true',
      'false',
      'false',
    ]);
    expect(findings[0]).toMatchObject({ status: 'claimed', claimed_on: '2025-04-20', late: 'false' });
    const figures = await result.rows('figures');
    const all = { subject_kind: 'programme', period: 'all' };
    expect(find(figures, { ...all, measure: 'found' })).toMatchObject({ count: '12' });
    expect(find(figures, { ...all, measure: 'claimed' })).toMatchObject({ count: '3' });
    expect(find(figures, { ...all, measure: 'claimed_within_15' })).toMatchObject({
      base: '10',
      value: '0.1',
    });
    expect(find(await result.rows('quality'), { drop: '2.csv', outcome: 'noted' })).toMatchObject({
      reason: 'event-before-found',
      rows: '2',
    });
  });

  it('is a deadline in a year without a calendar', async () => {
    const late = await runSmall({
      'programme.yaml': settingsText({ cutoff: '2026-12-31' }),
      'drops/1.csv': `${header}\nF1,problem,2026-12-28,等候太久,police,minor\n`,
      'drops/2.csv': events('F1,sent,2026-12-29,,'),
    });
    expect(short(late.problems)).toEqual([
      'calendar-ends programme.yaml 2026-12-31',
      'calendar-missing 1.csv 2 2027',
    ]);
    expect(late.outcome.fatal).toBe(true);
    expect(late.problems[1]?.detail).toMatchObject({ zh: expect.stringMatching(/不少于 16 天，现有 0 天/) });
    const waiting = { 'drops/1.csv': one, 'drops/2.csv': events('F1,sent,2025-05-12,,') };
    const cutoff = await runSmall(waiting, { cutoff: '2031-01-01' });
    expect(short(cutoff.problems)).toEqual(['calendar-missing programme.yaml 2031']);
    const unsent = await runSmall({ 'drops/1.csv': one }, { cutoff: '2031-01-01' });
    expect(unsent.outcome.published).toBe(true);
    const none = await runSmall(
      { 'programme.yaml': settingsText({ calendar: 'none', deadlines: null }), 'drops/1.csv': one },
      { cutoff: '2031-01-01' },
    );
    expect(none.outcome.published).toBe(true);
  });

  it('is told before there is one, as soon as the longest deadline would end beyond the calendar', async () => {
    const ends = async (cutoff: string) => {
      const { problems, outcome } = await runSmall({ 'drops/1.csv': one }, { cutoff });
      expect(outcome.published).toBe(true);
      return short(problems);
    };
    // Ten working days after 17 December is the last day of the year.
    expect(await ends('2026-12-17')).toEqual([]);
    expect(await ends('2026-12-18')).toEqual(['calendar-ends programme.yaml 2026-12-31']);
  });

  it('is none once the days of that year are listed, as Excel saves them', async () => {
    const holidays = Array.from({ length: 28 }, (_, place) => new Date(Date.UTC(2027, 0, 1 + place)))
      .filter((date) => ![0, 6].includes(date.getUTCDay()))
      .map((date) => `2027/1/${date.getUTCDate()},FALSE,长假`);
    const result = await runSmall({
      'programme.yaml': settingsText({ cutoff: '2026-12-31' }),
      'lookup/special_days.csv': `day,working,occasion_zh\n${holidays.join('\n')}\n2027/1/2,TRUE,补班\n`,
      'drops/1.csv': `${header}\nF1,problem,2026-12-28,等候太久,police,minor\n`,
      'drops/2.csv': events('F1,sent,2026-12-29,,'),
    });
    expect(short(result.problems)).toEqual([]);
    // Ten working days: 30 and 31 December, Saturday 2 January, then from Friday 29 January on.
    expect(find(await result.rows('findings'), { finding_id: 'F1' })).toMatchObject({ due_on: '2027-02-08' });
    expect(find(await result.rows('special_days'), { day: '2027-01-02' })).toEqual({
      day: '2027-01-02',
      working: 'true',
      occasion_zh: '补班',
      occasion_en: '',
    });
  });

  it('is counted by the list alone where the calendar is the office’s own', async () => {
    const result = await runSmall({
      'programme.yaml': settingsText({ calendar: 'own' }),
      'lookup/special_days.csv': 'day,working\n2025-05-13,false\n',
      'drops/1.csv': one,
      'drops/2.csv': events('F1,sent,2025-05-12,,'),
    });
    expect(short(result.problems)).toEqual([]);
    expect(await result.rows('special_days')).toHaveLength(1);
    const empty = await runSmall({
      'programme.yaml': settingsText({ calendar: 'own' }),
      'drops/1.csv': one,
      'drops/2.csv': events('F1,sent,2025-05-12,,'),
    });
    expect(short(empty.problems)).toEqual([
      'calendar-missing programme.yaml 2025',
      'calendar-missing 1.csv 2 2025',
    ]);
  });
});

describe('the cut-off', () => {
  const drops: Files = {
    'drops/1.csv': `${one}F2,problem,2025-05-10,指南不清,tax,minor\n`,
    'drops/2.csv': events(
      'F1,sent,2025-05-12,,',
      'F1,claimed,2025-05-20,10:00,',
      'F2,sent,2025-05-20,10:30,',
    ),
    'drops/3.csv': 'visit_id,on,hall\nV1,2025-05-15,centre\nV2,2025-05-19,centre\n',
  };
  const facts = async (files: Files, cutoff?: string) => {
    const result = await runSmall(files, cutoff === undefined ? {} : { cutoff });
    const programme = await result.rows('programme');
    const fact = (field: string) => find(programme, { field })?.['value'];
    const findings = await result.rows('findings');
    const visits = await result.rows('visits');
    return {
      on: fact('cutoff'),
      time: fact('cutoff_time'),
      status: findings.map((row) => `${row['finding_id']} ${row['status']}`),
      visits: visits.reduce((sum, row) => sum + Number(row['visits']), 0),
      codes: [...new Set(result.problems.map(({ code }) => code))],
    };
  };

  it('is the one in the settings', async () => {
    expect(await facts(drops)).toEqual({
      on: '2025-06-30',
      time: '',
      status: ['F1 claimed', 'F2 sent'],
      visits: 2,
      codes: [],
    });
  });

  it('is the latest moment in the drops where it is so decided', async () => {
    expect(await facts({ ...drops, 'programme.yaml': settingsText({ cutoff: 'latest' }) })).toMatchObject({
      on: '2025-05-20',
      time: '10:30:00',
      status: ['F1 claimed', 'F2 sent'],
    });
  });

  it('is the one of the caller before that of the settings; what comes later has not happened', async () => {
    expect(await facts(drops, '2025-05-15')).toEqual({
      on: '2025-05-15',
      time: '',
      status: ['F1 sent', 'F2 found'],
      visits: 1,
      codes: ['after-cutoff'],
    });
    expect(await facts(drops, '2025-05-01')).toMatchObject({ status: ['F1 found'], visits: 0 });
  });

  it('may be a time of day', async () => {
    expect(await facts(drops, '2025-05-20T10:00:00')).toMatchObject({
      status: ['F1 claimed', 'F2 found'],
      codes: ['after-cutoff'],
    });
    expect(await facts(drops, '2025-05-20T09:59:59')).toMatchObject({ status: ['F1 sent', 'F2 found'] });
  });

  it('cannot be had from drops without a date, nor from a day that there is not', async () => {
    const nothing = await runSmall({ 'programme.yaml': settingsText({ cutoff: 'latest' }) });
    expect(nothing.problems.map(({ code, said }) => [code, said?.en])).toEqual([
      ['no-drops', undefined],
      ['bad-setting', 'no drop holds a date, so there is no cut-off'],
    ]);
    expect(nothing.outcome).toMatchObject({ fatal: true, published: false });
    const wrong = await runSmall({ 'drops/1.csv': one }, { cutoff: '2025-02-30' });
    expect(wrong.problems.map(({ said }) => said?.en)).toEqual(['the cut-off “2025-02-30” is not a date']);
  });

  it('given, an empty programme is a site with nothing in it', async () => {
    const result = await runSmall({});
    expect(short(result.problems)).toEqual(['no-drops drops']);
    expect(await result.rows('findings')).toEqual([]);
    expect(
      find(await result.rows('figures'), { subject_kind: 'programme', measure: 'confirmed_rate' }),
    ).toMatchObject({
      count: '0',
      base: '0',
      value: '',
      status: 'no_cases',
    });
  });
});

describe('events that a findings row carries', () => {
  const layout = [
    'name: city',
    'gives: findings',
    'recognise: [No]',
    'columns: { finding_id: No, found_on: Opened, title_zh: What, department: Who }',
    'constants: { kind: problem }',
    'events: [{ event: claimed, on: Closed }]',
    '',
  ].join('\n');
  const theirs = (...lines: string[]) =>
    `No,Opened,What,Who,Closed\n${lines.map((line) => `${line}\n`).join('')}`;
  const statuses = async (files: Files) => {
    const result = await runSmall({ 'layouts/city.yaml': layout, ...files });
    expect(result.outcome.fatal).toBe(false);
    const findings = await result.rows('findings');
    return findings.map((row) => `${row['finding_id']} ${row['status']} ${row['claimed_on']}`.trim());
  };

  it('count as events', async () => {
    expect(
      await statuses({
        'drops/1.csv': theirs('F1,2025-04-01,吵,police,2025-04-03', 'F2,2025-04-01,吵,police,'),
      }),
    ).toEqual(['F1 claimed 2025-04-03', 'F2 found']);
  });

  it('fall when a later export of that kind says otherwise', async () => {
    expect(
      await statuses({
        'drops/1.csv': theirs('F1,2025-04-01,吵,police,2025-04-03', 'F2,2025-04-01,吵,police,2025-04-03'),
        'drops/2.csv': theirs('F1,2025-04-01,吵,police,', 'F2,2025-04-01,吵,police,2025-04-05'),
      }),
    ).toEqual(['F1 found', 'F2 claimed 2025-04-05']);
  });

  it('stand when a drop that carries no events corrects the finding', async () => {
    expect(
      await statuses({
        'drops/1.csv': theirs('F1,2025-04-01,吵,police,2025-04-03'),
        'drops/2.csv': 'finding_id,kind,found_on,title_zh,department\nF1,problem,2025-04-01,夜里吵,tax\n',
      }),
    ).toEqual(['F1 claimed 2025-04-03']);
  });
});

describe('the cache', () => {
  const files: Files = {
    'drops/1.csv': `${one}F2,problem,2025-05-10,指南不清,市公安,minor\n`,
    'drops/2.csv': events('F1,sent,2025-05-12,,', 'F1,replied,2025-05-13,,乙', 'F1,replied,2025-05-13,,甲'),
    'lookup/spellings.csv': 'list,spelling,id\ndepartments,市公安,police\n',
  };
  const tables = ['findings', 'finding_events', 'figures', 'quality'] as const;

  it('gives the same tables as reading, and is used', async () => {
    const steps: boolean[] = [];
    const tell = (step: { doing: string; fromCache?: boolean }) => {
      if (step.fromCache !== undefined) steps.push(step.fromCache);
    };
    const first = await runSmall(files, { tell });
    const texts = await Promise.all(tables.map((name) => first.text(name)));
    const second = await first.again();
    expect(await Promise.all(tables.map((name) => second.text(name)))).toEqual(texts);
    expect(second.problems).toEqual(first.problems);
    expect(steps).toEqual([false, false, true, true]);
  });

  it('is not used for a drop that changed, or for other settings', async () => {
    let fromCache = 0;
    const tell = (step: { doing: string; fromCache?: boolean }) => {
      if (step.fromCache) fromCache += 1;
    };
    const first = await runSmall(files, { tell });
    await writeFile(join(first.folder, 'drops/1.csv'), `${one}F2,problem,2025-05-11,指南不清,police,minor\n`);
    const second = await first.again();
    expect(fromCache).toBe(1);
    expect(find(await second.rows('findings'), { finding_id: 'F2' })).toMatchObject({
      found_on: '2025-05-11',
    });
    await writeFile(join(first.folder, 'lookup/halls.csv'), 'id,name_zh,name_en\ncentre,新中心,\n');
    await second.again();
    expect(fromCache).toBe(1);
  });

  it('that is half gone or spoilt is passed over', async () => {
    const first = await runSmall(files);
    const text = await first.text('findings');
    const cache = join(first.folder, 'cache');
    const named = async (end: string) =>
      (await readdir(cache, { recursive: true })).filter((name) => name.endsWith(end));
    for (const name of await named('.parquet')) await rm(join(cache, name));
    const second = await first.again();
    expect(await second.text('findings')).toBe(text);
    for (const name of await named('drop.json')) await writeFile(join(cache, name), '{"half');
    const third = await second.again();
    expect(await third.text('findings')).toBe(text);
    const [description = ''] = await named('drop.json');
    const [told = ''] = (await readFile(join(cache, description), 'utf8')).split('\n');
    expect(JSON.parse(told)).toHaveProperty('drop.sha256');
  });

  it('leaves nothing half written behind', async () => {
    const { folder } = await runSmall({ ...files, 'drops/9.csv': `${one}F8,problem,"2025` });
    const names = await readdir(join(folder, 'cache'), { recursive: true });
    expect(names.filter((name) => /making|\.txt$/.test(name))).toEqual([]);
    expect(names.some((name) => name.endsWith('findings-1.parquet'))).toBe(true);
  });
});

describe('a drop that cannot be used', () => {
  it.each<{ description: string; content: string | Buffer; expected: string }>([
    { description: 'is empty', content: '', expected: 'empty-file bad.csv' },
    { description: 'has only a header', content: `${header}\n`, expected: 'no-rows bad.csv' },
    {
      description: 'has a header like none',
      content: 'a,b\n1,2\n',
      expected: 'unknown-layout bad.csv 1 a, b',
    },
    {
      description: 'has an open quote',
      content: `${header}\nF1,"problem\n`,
      expected: 'broken-quotes bad.csv 2',
    },
    {
      description: 'names a hall where there is no list of halls',
      content: 'visit_id,on,hall\nV1,2025-05-15,centre\n',
      expected: 'missing-lookup bad.csv 2 hall lookup/halls.csv',
    },
  ])(
    '$description stops the run with file and row, and nothing is written',
    async ({ content, expected }) => {
      const result = await runSmall({ 'drops/bad.csv': content, 'lookup/halls.csv': null });
      expect(short(result.problems)).toEqual([expected]);
      expect(result.outcome).toMatchObject({ fatal: true, published: false });
      await expect(result.text('findings')).rejects.toThrow('ENOENT');
    },
  );

  it('that breaks off after thousands of rows does not keep the next of its kind from being read', async () => {
    const many = Array.from(
      { length: 5000 },
      (_, place) => `F${place},problem,2025-04-21,等候太久,police,serious\n`,
    );
    const result = await runSmall({
      'drops/1.csv': `${header}\n${many.join('')}F0,"problem\n`,
      'drops/2.csv': `${header}\nG1,problem,昨天,等候太久,police,serious\n`,
      'drops/3.csv': one,
    });
    expect(short(result.problems)).toEqual(['broken-quotes 1.csv 5002', 'bad-date 2.csv 2 found_on 昨天']);
    expect(result.outcome.drops.map(({ file }) => file)).toEqual(['2.csv', '3.csv']);
  });

  it('with control characters deep inside is shown as text or refused, never a fault', async () => {
    const many = Array.from(
      { length: 2000 },
      (_, place) => `F${place},problem,2025-04-21,等候太久,police,serious\n`,
    );
    const result = await runSmall({
      'drops/1.csv': `${header}\n${many.join('')}G1,problem,2025-04-21,一\0二\u0007三\ufeff,police,serious\n`,
    });
    expect(result.outcome.published).toBe(true);
    const titles = (await result.rows('findings')).map((row) => row['title_zh'] ?? '');
    expect(titles.at(-1)).toContain('一');
  });

  it('does not keep the problems of the others from being told', async () => {
    const result = await runSmall({
      'drops/1.csv': '',
      'drops/2.csv': `${header}\nF1,problem,昨天,等候太久,police,serious\n`,
      'drops/.DS_Store': 'x',
      'drops/~$2.csv': 'x',
    });
    expect(short(result.problems)).toEqual(['empty-file 1.csv', 'bad-date 2.csv 2 found_on 昨天']);
  });
});

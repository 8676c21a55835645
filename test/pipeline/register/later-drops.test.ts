import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../src/model/problem.ts';
import { runSmall, settingsText, type Files, type Result, type TextRow } from '../small-programme.ts';

const header = 'finding_id,kind,found_on,title_zh,description_zh,department,severity';
const first = `${header}\nF1,problem,2025-04-21,等候太久,一个小时,police,serious\nF2,problem,2025-04-22,指南不清,看不懂,tax,minor\n`;

function short(problems: readonly Problem[]): string[] {
  return problems.map(({ code, file, row, value }) =>
    [code, file, row, value].filter((part) => part !== undefined).join(' '),
  );
}

function shortChanges(rows: readonly TextRow[]): string[] {
  return rows.map(
    (row) =>
      `${row['finding_id']} [${row['event']}] ${row['column']}: ${row['before']} → ${row['after']} (${row['corrected_by']})`,
  );
}

/** So few people are in these drops that their number is told only where a programme allows it. */
const thresholds = '{ days_before_survey_closes: 0, smallest_published_base: 3 }';

/** What became of the rows of a drop, as `outcome reason rows`. */
async function account(result: Result, drop: string): Promise<string[]> {
  const quality = await result.rows('quality');
  return quality
    .filter((row) => row['drop'] === drop)
    .map((row) => `${row['outcome']} ${row['reason']} ${row['rows']}`.replace('  ', ' '));
}

describe('a later drop', () => {
  it('says nothing of a column that it lacks, and that a cell is blank where it is', async () => {
    const result = await runSmall({
      'drops/1.csv': first,
      'drops/2.csv':
        'finding_id,kind,found_on,title_zh,department\nF1,problem,2025-04-21,等候一小时,police\n',
      'drops/3.csv': `${header}\nF2,problem,2025-04-22,指南不清,,tax,minor\n`,
    });
    const findings = await result.rows('findings');
    expect(findings.map((row) => [row['title_zh'], row['description_zh'], row['severity']])).toEqual([
      ['等候一小时', '一个小时', 'serious'],
      ['指南不清', '', 'minor'],
    ]);
    expect(shortChanges(await result.rows('changes'))).toEqual([
      'F1 [] title_zh: 等候太久 → 等候一小时 (2.csv)',
      'F2 [] description_zh: 看不懂 →  (3.csv)',
    ]);
  });

  it('is a repeated row where it says nothing new, whatever columns it lacks', async () => {
    const result = await runSmall({
      'drops/1.csv': first,
      'drops/2.csv': 'finding_id,kind,found_on,title_zh,department\nF1,problem,2025-04-21,等候太久,police\n',
    });
    expect(short(result.problems)).toEqual(['rows-given-again 2.csv 1']);
    expect(await result.rows('changes')).toEqual([]);
  });

  it('leaves as many rows used as there are findings, and says of the others why they are not', async () => {
    const result = await runSmall({
      'drops/1.csv': first,
      'drops/2.csv': `${header}\nF1,problem,2025-04-21,等候太久,两个小时,police,serious\nF3,problem,2025-08-01,将来,,tax,minor\n`,
      'drops/3.csv': `${header}\nF1,problem,2025-04-21,等候太久,两个小时,police,serious\n`,
    });
    expect(await account(result, '1.csv')).toEqual(['read 2', 'used 1', 'set_aside superseded 1']);
    expect(await account(result, '2.csv')).toEqual(['read 2', 'used 1', 'set_aside after-cutoff 1']);
    expect(await account(result, '3.csv')).toEqual(['read 1', 'used 0', 'set_aside repeated-row 1']);
    expect(await result.rows('findings')).toHaveLength(2);
  });

  it('that corrects an event leaves a trace of each field, and of an event that is no longer there', async () => {
    const event = 'finding_id,event,on,by,note_zh';
    const result = await runSmall({
      'drops/1.csv': first,
      'drops/2.csv': `${event}\nF1,sent,2025-04-22,office,甲\nF1,replied,2025-04-23,department,一\nF1,replied,2025-04-23,department,二\n`,
      'drops/3.csv': 'finding_id,event,on,note_zh\nF1,sent,2025-04-22,乙\nF1,replied,2025-04-23,三\n',
    });
    expect(shortChanges(await result.rows('changes'))).toEqual([
      'F1 [replied 2025-04-23] note_zh: 一 → 三 (3.csv)',
      'F1 [replied 2025-04-23 (2)] event: replied →  (3.csv)',
      'F1 [sent 2025-04-22] note_zh: 甲 → 乙 (3.csv)',
    ]);
    const events = await result.rows('finding_events');
    expect(events.map((row) => [row['event'], row['by'], row['note_zh']])).toEqual([
      ['found', 'officer', ''],
      ['sent', 'office', '乙'],
      ['replied', 'department', '三'],
      ['found', 'officer', ''],
    ]);
    expect(await account(result, '2.csv')).toEqual(['read 3', 'used 0', 'set_aside superseded 3']);
    expect(await account(result, '3.csv')).toEqual(['read 2', 'used 2']);
  });

  it('that gives the same two events of one moment again changes nothing', async () => {
    const replies = 'finding_id,event,on,note_zh\nF1,replied,2025-04-23,一\nF1,replied,2025-04-23,二\n';
    const result = await runSmall({ 'drops/1.csv': first, 'drops/2.csv': replies, 'drops/3.csv': replies });
    expect(await result.rows('changes')).toEqual([]);
    expect(await account(result, '2.csv')).toEqual(['read 2', 'used 2']);
    expect(await account(result, '3.csv')).toEqual(['read 2', 'used 0', 'set_aside repeated-row 2']);
  });

  it('that carries another day of an event, or none, leaves a trace', async () => {
    const layout =
      'name: city\ngives: findings\nrecognise: [No]\ncolumns: { finding_id: No, found_on: Opened, title_zh: What, department: Who }\nconstants: { kind: problem }\nevents: [{ event: claimed, on: Closed }]\n';
    const theirs = (one: string, two: string) =>
      `No,Opened,What,Who,Closed\nF1,2025-04-01,吵,police,${one}\nF2,2025-04-01,吵,police,${two}\n`;
    const result = await runSmall({
      'layouts/city.yaml': layout,
      'drops/1.csv': theirs('2025-04-03', '2025-04-03'),
      'drops/2.csv': theirs('', '2025-04-05'),
    });
    expect(shortChanges(await result.rows('changes'))).toEqual([
      'F1 [claimed 2025-04-03] on: 2025-04-03 →  (2.csv)',
      'F2 [claimed 2025-04-03] on: 2025-04-03 → 2025-04-05 (2.csv)',
    ]);
  });
});

const survey: Files = {
  'lookup/questions.csv':
    'id,survey,kind,name_zh\noverall,s,grade,满意吗\nclear,s,grade,清楚吗\ncomment,s,text,还想说\n',
};
const secret = '我家住在某处三十八号';

describe('responses', () => {
  it('keep an answer that a later export of them has no column for', async () => {
    const many = Array.from({ length: 12 }, (_, place) => `R${place},2025-05-01,非常满意,满意,${secret}`);
    const result = await runSmall({
      ...survey,
      'drops/1.csv': `response_id,submitted_on,overall,clear,comment\n${many.join('\n')}\n`,
      'drops/2.csv': `response_id,submitted_on,overall\n${many.map((_, place) => `R${place},2025-05-01,基本满意`).join('\n')}\n`,
    });
    const answers = (await result.rows('answers')).filter((row) => row['subject_kind'] === 'programme');
    const count = (question: string, answer: string) =>
      answers.find(
        (row) => row['question_id'] === question && row['answer_id'] === answer && row['period'] === 'all',
      )?.['count'];
    expect(count('overall', 'fairly_satisfied')).toBe('12');
    expect(count('clear', 'satisfied')).toBe('12');
    expect(await account(result, '1.csv')).toEqual(['read 12', 'used 0', 'set_aside superseded 12']);
    expect(await account(result, '2.csv')).toEqual(['read 12', 'used 12']);
  });

  it('and visits after the cut-off are counted and told of, one word a drop', async () => {
    const result = await runSmall({
      ...survey,
      'programme.yaml': settingsText({ thresholds }),
      'drops/survey.csv':
        'response_id,submitted_on,overall\nR1,2025-05-01,满意\nR2,2025-05-01,满意\nR3,2025-05-02,满意\nR4,2025-07-01,满意\nR5,2025-07-02,满意\n',
      'drops/visits.csv': 'visit_id,on,hall\nV1,2025-05-15,centre\nV2,2025-07-01,centre\n',
    });
    expect(short(result.problems)).toEqual([
      'low-threshold programme.yaml 13 smallest_published_base: 3',
      'after-cutoff survey.csv 5 responses × 2',
      'after-cutoff visits.csv 3 visits × 1',
      'much-withheld programme.yaml 11 2/2',
    ]);
    expect(await account(result, 'survey.csv')).toEqual(['read 5', 'used 3', 'set_aside after-cutoff 2']);
    expect(await account(result, 'visits.csv')).toEqual(['read 2', 'used 1', 'set_aside after-cutoff 1']);
  });
});

describe('full exports', () => {
  const full = { 'programme.yaml': settingsText({ exports: '{ "all-*.csv": full }' }) };
  const one = `${header}\nF1,problem,2025-04-21,等候太久,一个小时,police,serious\n`;

  it('may not lack a finding that an earlier one had, unless an event says where it went', async () => {
    const lacking = { ...full, 'drops/all-1.csv': first, 'drops/all-2.csv': one, 'drops/all-3.csv': one };
    const silent = await runSmall(lacking);
    expect(short(silent.problems).filter((line) => !line.startsWith('rows-given-again'))).toEqual([
      'vanished-finding all-2.csv F2',
    ]);
    expect(silent.outcome).toMatchObject({ fatal: true, published: false });
    const told = await runSmall({
      ...lacking,
      'drops/events.csv': 'finding_id,event,on\nF2,withdrawn,2025-05-01\n',
    });
    expect(told.problems.map(({ code }) => code)).not.toContain('vanished-finding');
    expect((await told.rows('findings')).map((row) => row['status'])).toEqual(['found', 'withdrawn']);
    const tolerated = await runSmall({
      ...lacking,
      'programme.yaml': settingsText({
        exports: '{ "all-*.csv": full }',
        tolerate: '[vanished-finding]',
      }),
    });
    expect(await tolerated.rows('findings')).toHaveLength(2);
    expect(await account(tolerated, 'all-2.csv')).toContain('noted vanished-finding 1');
  });

  it('may lack what a later one has again, and what only parts ever gave', async () => {
    const result = await runSmall({
      ...full,
      'drops/all-1.csv': first,
      'drops/all-2.csv': one,
      'drops/all-3.csv': first,
      'drops/part.csv': `${header}\nF9,problem,2025-04-21,只在增量里,,tax,minor\n`,
    });
    expect(result.problems.map(({ code }) => code)).not.toContain('vanished-finding');
    expect(await result.rows('findings')).toHaveLength(3);
  });

  it('have the last word on responses, visits and events: what the latest lacks no longer counts', async () => {
    const result = await runSmall({
      ...survey,
      'programme.yaml': settingsText({
        exports: '{ "answers-*.csv": full, "steps-*.csv": full, "visits-*.csv": part }',
        thresholds,
      }),
      'drops/0.csv': one,
      'drops/answers-1.csv':
        'response_id,submitted_on,overall\nR1,2025-05-01,满意\nR2,2025-05-01,满意\nR3,2025-05-02,满意\nR4,2025-05-02,满意\nR5,2025-05-03,满意\n',
      'drops/answers-2.csv':
        'response_id,submitted_on,overall\nR1,2025-05-01,满意\nR2,2025-05-01,满意\nR3,2025-05-02,满意\n',
      'drops/steps-1.csv': 'finding_id,event,on\nF1,sent,2025-04-22\nF1,reopened,2025-05-05\n',
      'drops/steps-2.csv': 'finding_id,event,on\nF1,sent,2025-04-22\n',
      'drops/visits-1.csv': 'visit_id,on,hall\nV1,2025-05-15,centre\n',
      'drops/visits-2.csv': 'visit_id,on,hall\nV2,2025-05-16,centre\n',
    });
    expect(
      short(result.problems)
        .filter((line) => !/^(?:rows-given-again|low-threshold|much-withheld)/.test(line))
        .sort(),
    ).toEqual(['vanished-record answers-2.csv 2', 'vanished-record steps-2.csv 1']);
    expect(await account(result, 'answers-1.csv')).toEqual([
      'read 5',
      'used 3',
      'set_aside vanished-record 2',
    ]);
    expect(shortChanges(await result.rows('changes'))).toEqual([
      'F1 [reopened 2025-05-05] event: reopened →  (steps-2.csv)',
    ]);
    const visits = await result.rows('visits');
    expect(visits.reduce((sum, row) => sum + Number(row['visits']), 0)).toBe(2);
  });

  it('are asked about where a drop looks like one and nothing says whether it is', async () => {
    const many = Array.from(
      { length: 25 },
      (_, place) => `F${place + 10},problem,2025-04-21,等,,police,minor\n`,
    );
    const drops = {
      'drops/1.csv': `${header}\n${many.join('')}`,
      'drops/2.csv': `${header}\n${many.slice(1).join('')}`,
    };
    const asked = await runSmall(drops);
    expect(asked.problems.filter(({ code }) => code === 'looks-complete')).toEqual([
      { code: 'looks-complete', file: '2.csv', value: '24', detail: 'F10' },
    ]);
    const said = await runSmall({ ...drops, 'programme.yaml': settingsText({ exports: '{ "*": part }' }) });
    expect(said.problems.map(({ code }) => code)).not.toContain('looks-complete');
  });
});

/** All that a run left behind but the drops themselves: tables as they are, records as rows of text. */
async function everythingWritten(folder: string): Promise<string> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const parts: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || entry.parentPath.endsWith('drops')) continue;
    if (!path.endsWith('.parquet')) parts.push(await readFile(path, 'utf8'));
    else
      parts.push(JSON.stringify((await connection.runAndReadAll(`SELECT * FROM '${path}'`)).getRowsJson()));
  }
  connection.closeSync();
  return parts.join('\n');
}

describe('free text of a survey', () => {
  it('is in no table, no record that is kept, and no word to the staff', async () => {
    const result = await runSmall({
      ...survey,
      'drops/1.csv': `response_id,submitted_on,overall,comment\nR1,2025-05-01,满意,${secret}\nR2,2025-05-01,很好,${secret}2\n`,
    });
    expect(JSON.stringify(result.outcome.problems)).not.toContain(secret);
    const good = await runSmall({
      ...survey,
      'drops/1.csv': `response_id,submitted_on,overall,comment\nR1,2025-05-01,满意,${secret}\n`,
    });
    expect(good.outcome.published).toBe(true);
    expect(await everythingWritten(good.folder)).not.toContain(secret);
  });
});

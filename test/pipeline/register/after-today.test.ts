import { describe, expect, it } from 'vitest';
import { published, type TableName } from '../../../src/model/published.ts';
import type { RunOptions } from '../../../src/pipeline/run.ts';
import { runSmall, settingsText, type Files } from '../small-programme.ts';

/* A date that is yet to come is a typo. It is told to the office, by the day of the programme, and changes no table. */

const header = 'finding_id,kind,found_on,title_zh,title_en,department,severity\n';
const finding = (id: string, on: string) => `${id},problem,${on},没有人,Nobody there,police,serious\n`;
const questions = {
  'lookup/questions.csv': 'id,survey,kind,name_zh,name_en\noverall,s,grade,总体,Overall\n',
};

/** What is told of rows after the day of a moment. */
async function told(files: Files, now: string) {
  const { problems } = await runSmall(files, { now: new Date(now) });
  return problems
    .filter(({ code }) => code === 'after-today')
    .map(({ file, row, column, value, detail }) => `${file} ${row} ${column} ${value} (${String(detail)})`);
}

const drops = {
  'drops/1.csv': `${header}${finding('F1', '2025-05-01')}${finding('F2', '2025-06-02')}`,
  'drops/2.csv': 'finding_id,event,on\nF1,sent,2025-05-03\nF1,claimed,2025-12-04\n',
  'drops/3.csv': 'visit_id,on\nV1,2025-05-09\nV2,2026-05-09\n',
};

describe('rows dated after today', () => {
  it('are told with their file, row and column, whatever the cut-off is', async () => {
    const expected = [
      '1.csv 3 found_on 2025-06-02 (2025-06-01)',
      '2.csv 3 on 2025-12-04 (2025-06-01)',
      '3.csv 3 on 2026-05-09 (2025-06-01)',
    ];
    expect(await told(drops, '2025-06-01T12:00:00Z')).toEqual(expected);
    const latest = { ...drops, 'programme.yaml': settingsText({ cutoff: 'latest' }) };
    expect(await told(latest, '2025-06-01T12:00:00Z')).toEqual(expected);
  });

  it('are those after the day in the time zone of the programme', async () => {
    const ofChina = await told(drops, '2025-06-01T16:00:00Z');
    expect(ofChina[0]).toBe('2.csv 3 on 2025-12-04 (2025-06-02)');
    const later = settingsText({ time_zone: 'America/New_York' });
    const ofNewYork = await told({ ...drops, 'programme.yaml': later }, '2025-06-01T16:00:00Z');
    expect(ofNewYork[0]).toBe('1.csv 3 found_on 2025-06-02 (2025-06-01)');
  });

  it('are told although a later drop corrects them: the date still counts for the latest', async () => {
    const corrected = {
      'drops/1.csv': `${header}${finding('F1', '2026-05-01')}`,
      'drops/2.csv': `${header}${finding('F1', '2025-05-01')}`,
    };
    expect(await told(corrected, '2025-06-01T12:00:00Z')).toEqual([
      '1.csv 2 found_on 2026-05-01 (2025-06-01)',
    ]);
  });

  it('are named by the column of the layout where a findings row carries events', async () => {
    const layout = `name: city
gives: findings
recognise: [No]
columns: { finding_id: No, found_on: Opened, title_zh: What, department: Who }
constants: { kind: problem }
events: [{ event: claimed, on: Closed }]
`;
    const files = {
      'layouts/city.yaml': layout,
      'drops/1.csv': 'No,Opened,What,Who,Closed\nF1,2025-05-01,没有人,police,2025-12-04\n',
    };
    expect(await told(files, '2025-06-01T12:00:00Z')).toEqual(['1.csv 2 Closed 2025-12-04 (2025-06-01)']);
  });

  it('are told once for a day of responses', async () => {
    const rows = ['R1,2025-05-01', 'R2,2025-07-01', 'R3,2025-07-01', 'R4,2025-08-01'];
    const answers = rows.map((row) => `${row},police,satisfied\n`).join('');
    const files = {
      ...questions,
      'drops/1.csv': `response_id,submitted_on,department,overall\n${answers}`,
    };
    expect(await told(files, '2025-06-01T12:00:00Z')).toEqual([
      '1.csv 3 submitted_on 2025-07-01 × 2 (2025-06-01)',
      '1.csv 5 submitted_on 2025-08-01 (2025-06-01)',
    ]);
  });

  it('change no table: on another day, or where nobody says which day it is, the same bytes are published', async () => {
    const tables = async (options: Partial<RunOptions>) => {
      const { text } = await runSmall(drops, options);
      return await Promise.all((Object.keys(published) as TableName[]).map(text));
    };
    const without = await tables({});
    expect(await tables({ now: new Date('2025-06-01T12:00:00Z') })).toEqual(without);
    expect(await tables({ now: new Date('2035-06-01T12:00:00Z') })).toEqual(without);
  });
});

import { describe, expect, it } from 'vitest';
import { runSmall, settingsText } from '../small-programme.ts';

/* The office gave departments three working days in place of five, from June 2025 on. What it had sent before keeps its five. */

const findings = `finding_id,kind,found_on,title_zh,department,severity
F-1,problem,2025-05-26,窗口没有人,police,serious
F-2,problem,2025-05-26,窗口没有人,police,serious
F-3,problem,2025-06-02,窗口没有人,police,serious
`;
// 31 May to 2 June are holidays.
const events = `finding_id,event,on
F-1,sent,2025-05-26
F-1,claimed,2025-06-03
F-2,sent,2025-05-31
F-3,sent,2025-06-03
F-3,claimed,2025-06-10
`;

const changed = settingsText({
  deadlines: '{ serious: 3, ordinary: 5, minor: 10 }',
  earlier_deadlines: '[{ until: 2025-05-31, serious: 5, ordinary: 10, minor: 20 }]',
});

describe('deadlines that were changed', () => {
  it('hold for what was sent while they did', async () => {
    const { rows } = await runSmall({
      'programme.yaml': changed,
      'drops/1.csv': findings,
      'drops/2.csv': events,
    });
    const told = (await rows('findings')).map((row) => [
      row['limit_working_days'],
      row['due_on'],
      row['late'],
    ]);
    expect(told).toEqual([
      // Sent on Monday 26 May: Tuesday to Friday are four, Tuesday 3 June is the fifth.
      ['5', '2025-06-03', 'false'],
      ['5', '2025-06-09', ''],
      ['3', '2025-06-06', 'true'],
    ]);
  });

  it('stand in the public table, each with the last day on which it held', async () => {
    const { rows } = await runSmall({ 'programme.yaml': changed, 'drops/1.csv': findings });
    const facts = (await rows('programme')).filter(({ field }) => field?.startsWith('deadline_serious'));
    expect(facts.map(({ field, value }) => [field, value])).toEqual([
      ['deadline_serious', '3'],
      ['deadline_serious_until_2025-05-31', '5'],
    ]);
  });

  it('are written with the earliest first', async () => {
    const { problems } = await runSmall({
      'programme.yaml': settingsText({
        earlier_deadlines:
          '[{ until: 2025-05-31, serious: 5, ordinary: 10, minor: 20 }, { until: 2024-05-31, serious: 9, ordinary: 9, minor: 9 }]',
      }),
      'drops/1.csv': findings,
    });
    expect(problems).toMatchObject([
      { code: 'bad-setting', said: { en: 'in earlier_deadlines 2024-05-31 stands after 2025-05-31' } },
    ]);
  });
});

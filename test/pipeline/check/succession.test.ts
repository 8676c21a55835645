import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../src/model/problem.ts';
import { runSmall, type Files } from '../small-programme.ts';

const lists: Files = {
  'lookup/departments.csv': [
    'id,name_zh,name_en,since,until,successor',
    'old,大数据中心,Data Centre,2019-03-01,2025-03-31,new',
    'new,数据局,Data Bureau,2025-04-01,2025-05-31,newest',
    'newest,数据和政务局,Data Office,,,',
    'gone,临时办公室,Task Force,,2025-04-30,',
    'police,公安局,Police,,,',
    '',
  ].join('\n'),
};
const header = 'finding_id,kind,found_on,title_zh,department';

function short(problems: readonly Problem[]): string[] {
  return problems.map(
    ({ code, file, row, value, detail }) => `${code} ${file} ${row} ${value} ${String(detail)}`,
  );
}

describe('a department that changed', () => {
  it('passes on to its successor what comes after its end, and to the one after that', async () => {
    const result = await runSmall({
      ...lists,
      'drops/1.csv': `${header}\nF1,problem,2025-03-31,一,大数据中心\nF2,problem,2025-04-01,二,大数据中心\nF3,problem,2025-06-01,三,old\nF4,problem,2025-04-02,四,大数据中心\nF5,problem,2025-06-02,五,公安局\n`,
      'drops/transactions.csv': 'department,month,transactions\nold,2025-03,5\nold,2025-04,7\n',
      'drops/visits.csv': 'visit_id,on,department\nV1,2025-06-02,old\n',
    });
    expect(result.outcome.published).toBe(true);
    const findings = await result.rows('findings');
    expect(findings.map((row) => row['department_id'])).toEqual(['old', 'new', 'newest', 'new', 'police']);
    expect(short(result.problems)).toEqual([
      'department-succeeded 1.csv 3 大数据中心 数据局',
      'department-succeeded transactions.csv 3 大数据中心 数据局',
      'department-succeeded visits.csv 2 大数据中心 数据和政务局',
    ]);
  });

  it('is a problem where nobody took over, and before it was there', async () => {
    const result = await runSmall({
      ...lists,
      'drops/1.csv': `${header}\nF1,problem,2025-05-01,一,临时办公室\nF2,problem,2018-06-01,二,大数据中心\nF3,problem,2025-04-30,三,临时办公室\n`,
    });
    expect(short(result.problems)).toEqual([
      'department-ended 1.csv 2 临时办公室 until 2025-04-30',
      'department-not-yet 1.csv 3 大数据中心 since 2019-03-01',
    ]);
    expect(result.outcome.published).toBe(false);
  });

  it('has a successor that does not lead back to it, and an end', async () => {
    const circle = await runSmall({
      'lookup/services.csv': null,
      'lookup/departments.csv': 'id,name_zh,until,successor\na,甲,2025-01-01,b\nb,乙,2025-01-01,a\nc,丙,,a\n',
    });
    expect(
      circle.problems.map(({ code, said, detail }) => said?.en ?? `${code} ${JSON.stringify(detail)}`),
    ).toEqual([
      'the successors of a lead in a circle',
      'the successors of b lead in a circle',
      expect.stringContaining('bad-date'),
    ]);
  });
});

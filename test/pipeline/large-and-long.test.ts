import { describe, expect, it } from 'vitest';
import { runSmall } from './small-programme.ts';

const header = 'finding_id,kind,found_on,title_zh,department,severity';

describe('a programme', () => {
  it('may have a department with 100,000 findings: each is counted and listed, and all are told as that many', async () => {
    const count = 100_000;
    const rows = Array.from(
      { length: count },
      (_, place) =>
        `F${place},problem,2025-04-${String((place % 28) + 1).padStart(2, '0')},等候,police,minor`,
    );
    const result = await runSmall({ 'drops/1.csv': `${[header, ...rows].join('\n')}\n` });
    const figures = await result.rows('figures');
    const found = figures.filter(
      (row) =>
        row['subject_id'] === 'police' &&
        row['period'] === 'all' &&
        ['found', 'overdue'].includes(row['measure'] ?? ''),
    );
    expect(found.map((row) => [row['measure'], row['count']])).toEqual([
      ['found', String(count)],
      ['overdue', '0'],
    ]);
    expect((await result.text('findings')).trimEnd().split('\n')).toHaveLength(count + 1);
  });

  it('may have names and titles of 10,000 characters: they are public as they are', async () => {
    const long = '长'.repeat(10_000);
    const result = await runSmall({
      'lookup/departments.csv': `id,name_zh,name_en\npolice,${long},${'W'.repeat(10_000)}\n`,
      'lookup/services.csv': null,
      'drops/1.csv': `${header}\nF1,problem,2025-04-21,${long},${long},minor\n`,
    });
    expect(result.outcome.published).toBe(true);
    expect((await result.rows('departments'))[0]?.['name_zh']).toBe(long);
    expect((await result.rows('findings'))[0]).toMatchObject({ department_id: 'police', title_zh: long });
  });

  it('may not have an id of 10,000 characters: its page could have no address', async () => {
    const id = 'F'.repeat(10_000);
    const { problems, outcome } = await runSmall({
      'drops/1.csv': `${header}\n${id},problem,2025-04-21,等候,police,minor\n`,
    });
    expect(outcome.published).toBe(false);
    expect(problems.map(({ code, file, row, column }) => [code, file, row, column])).toContainEqual([
      'bad-id',
      '1.csv',
      2,
      'finding_id',
    ]);
  });
});

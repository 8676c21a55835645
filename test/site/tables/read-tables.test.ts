import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTables } from '../../../src/site/tables/read-tables.ts';
import { writeTables } from '../public-tables.ts';

describe('readTables', () => {
  it('reads numbers, yes and no, and blanks, each as its type', () => {
    const folder = writeTables({
      findings: [{ finding_id: '2025-001', overdue: true, used_working_days: 29, title_zh: '标题' }],
    });
    expect(readTables(folder).findings[0]).toMatchObject({
      finding_id: '2025-001',
      overdue: true,
      late: null,
      used_working_days: 29,
      limit_working_days: null,
      title_zh: '标题',
      title_en: '',
    });
  });

  it('takes off exactly the apostrophe that guards a formula', () => {
    const title = (text: string) => {
      const folder = writeTables({ findings: [{ finding_id: '1', title_zh: text }] });
      return readTables(folder).findings[0]?.title_zh;
    };
    expect(title('=1+1')).toBe('=1+1');
    expect(title("''=1+1")).toBe("''=1+1");
    expect(title("'tis")).toBe("'tis");
  });

  it('keeps line breaks and quotes inside a cell', () => {
    const statement = 'SELECT "a",\n  1';
    const folder = writeTables({ statements: [{ sql: 'a.sql', statement }] });
    expect(readTables(folder).statements).toEqual([{ sql: 'a.sql', statement }]);
  });

  it('names a file that is missing', () => {
    const folder = writeTables();
    rmSync(join(folder, 'halls.csv'));
    expect(() => readTables(folder)).toThrow(`halls.csv is missing in ${folder}`);
  });

  it('names a column that is not as declared', () => {
    const folder = writeTables();
    const file = join(folder, 'releases.csv');
    writeFileSync(file, readFileSync(file, 'utf8').replace('published_on', 'published'));
    expect(() => readTables(folder)).toThrow(
      'releases.csv: column 3 is “published”, declared is “published_on”',
    );
  });

  it('names a cell that is not of its type', () => {
    const folder = writeTables({ visits: [{ period: 'all', visits: 'many' }] });
    expect(() => readTables(folder)).toThrow('visits.csv, row 2, visits: “many” is not of type integer');
  });

  it('needs the languages', () => {
    const folder = writeTables({ programme: [{ field: 'cutoff', value: '2025-09-30' }] });
    expect(() => readTables(folder)).toThrow('programme.csv: the field “languages” is missing');
  });
});

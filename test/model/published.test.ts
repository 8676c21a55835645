import { describe, expect, it } from 'vitest';
import { formulaTerms, termsOf } from '../../src/model/formula-term.ts';
import { measures } from '../../src/model/measure.ts';
import { published, type TableName } from '../../src/model/published.ts';
import { fileColumns, type Column, type Table } from '../../src/model/table.ts';

const tables: readonly (readonly [string, Table])[] = Object.entries(published);
const hanzi = /\p{Script=Han}/u;
const latin = /[A-Za-z]/;

function namesOf({ columns }: Table): string[] {
  return columns.map(({ name }) => name);
}

describe.each(tables)('the declaration of %s.csv', (name, table) => {
  it('has the name under which it is listed', () => {
    expect(table.name).toBe(name);
  });

  it('says in both languages what a row is and what each column means', () => {
    for (const { zh, en } of [table.row, ...table.columns.map(({ meaning }) => meaning)]) {
      expect(zh).toMatch(hanzi);
      expect(en).toMatch(latin);
    }
  });

  it('has a key, and the columns of the key are there', () => {
    expect(table.key.length).toBeGreaterThan(0);
    expect(namesOf(table)).toEqual(expect.arrayContaining([...table.key]));
  });

  it('has no column twice, in any set of languages', () => {
    const names = fileColumns(table, ['zh', 'en', 'fr']).map((column) => column.name);
    expect(names).toEqual([...new Set(names)]);
  });

  it('names its columns in small letters, digits and underscores', () => {
    for (const column of namesOf(table)) expect(column).toMatch(/^[a-z][a-z0-9_]*$/);
  });

  it('refers only to tables that are published and have a key of one column', () => {
    for (const { references } of table.columns as readonly Column[])
      if (references !== undefined)
        expect((published as Record<string, Table>)[references]?.key).toHaveLength(1);
  });

  it('says what each code means, in both languages, and gives codes to code columns only', () => {
    for (const { type, codes } of table.columns as readonly Column[]) {
      expect(codes !== undefined).toBe(type === 'code');
      for (const { code, zh, en } of codes ?? []) {
        expect(code).toMatch(/^[a-z][a-z0-9_]*$/);
        expect(zh).toMatch(hanzi);
        expect(en).toMatch(latin);
      }
      const list = (codes ?? []).map(({ code }) => code);
      expect(list).toEqual([...new Set(list)]);
    }
  });

  it('has texts, and nothing but texts, once for each language', () => {
    for (const { type, perLanguage } of table.columns as readonly Column[])
      if (perLanguage) expect(type).toBe('text');
  });
});

describe('the published tables', () => {
  it('are the ones that the addresses promise', () => {
    const promised: TableName[] = [
      'findings',
      'finding_events',
      'figures',
      'answers',
      'visits',
      'departments',
      'halls',
      'services',
      'categories',
      'cohorts',
      'questions',
      'measures',
      'changes',
      'releases',
      'quality',
    ];
    expect(Object.keys(published)).toEqual(expect.arrayContaining(promised));
  });
});

describe('fileColumns', () => {
  it('writes a text column once for each language, in the order of the languages, in its place', () => {
    expect(fileColumns(published.halls, ['en', 'zh']).map(({ name }) => name)).toEqual([
      'hall_id',
      'name_en',
      'name_zh',
      'district_en',
      'district_zh',
      'pinyin',
    ]);
  });

  it('keeps what was declared of the column, and says the language', () => {
    const [, name] = fileColumns(published.halls, ['zh']);
    expect(name).toMatchObject({ name: 'name_zh', language: 'zh', type: 'text', meaning: { en: 'Name' } });
  });
});

describe('the measures', () => {
  it('have codes of their own, and words in both languages for everything that the method page says', () => {
    const list = measures.map(({ measure }) => measure);
    expect(list).toEqual([...new Set(list)]);
    for (const { name, definition, method, hidden } of measures)
      for (const { zh, en } of [name, definition, method, hidden]) {
        expect(zh).toMatch(hanzi);
        expect(en).toMatch(latin);
      }
    for (const { source } of measures) {
      expect(source.zh).not.toBe('');
      expect(source.en).toMatch(latin);
    }
  });

  it('are each defined in one sentence, in both languages', () => {
    for (const { definition } of measures) {
      expect(definition.zh.match(/。/g)).toHaveLength(1);
      expect(definition.zh.endsWith('。')).toBe(true);
      expect(definition.en).toMatch(/^(?!.*\.\s).*\.$/);
    }
  });

  it('have formulas whose words are terms, and no term is unused', () => {
    const used = measures.flatMap(({ formula }) => termsOf(formula));
    expect(new Set(used)).toEqual(new Set(Object.keys(formulaTerms)));
  });
});

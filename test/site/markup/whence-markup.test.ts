import { beforeAll, describe, expect, it, vi } from 'vitest';
import { writeTables } from '../public-tables.ts';

describe('whenceMarkup', () => {
  let markup: typeof import('../../../src/site/markup/whence-markup.ts').whenceMarkup;

  beforeAll(async () => {
    vi.resetModules();
    const measure = (code: string, more: object = {}) => ({
      measure: code,
      name_zh: code,
      name_en: `<${code}>`,
      definition_en: 'Counts & more',
      formula: '"found" / n',
      sql: `${code}.sql`,
      ...more,
    });
    const measures = [measure('found'), measure('overdue'), measure('never_shown')];
    vi.stubEnv(
      'ZHAOCHA_TABLES',
      writeTables({ measures, statements: [{ sql: 'found.sql', text: 'SELECT 1' }] }),
    );
    markup = (await import('../../../src/site/markup/whence-markup.ts')).whenceMarkup;
  });

  it('tells of the measures of a page and of no other, their names as text', () => {
    const html = markup('en', 'halls/east/', ['found', 'overdue']);
    expect([...html.matchAll(/#measure-(\w+)"/g)].map(([, code]) => code)).toEqual(['found', 'overdue']);
    expect(html).toContain('<span data-text>&lt;found&gt;</span>');
    expect(html).toContain('<math>');
  });

  it('leads to the SQL that counts it where that is published', () => {
    const html = markup('zh', '', ['found', 'overdue']);
    expect(html).toContain('<a href="/method/#found.sql">found.sql</a>');
    expect(html).not.toContain('overdue.sql');
  });

  it('counts the numbers of this page again, whatever page told of the measure before', () => {
    markup('en', 'halls/west/', ['found']);
    const html = markup('en', 'halls/east/', ['found']);
    expect(html).toContain('href="/en/data/verify/?page=en%2Fhalls%2Feast%2F&amp;measure=found"');
    expect(html).not.toContain('west');
  });

  it('says nothing where no measure is known', () => {
    expect(markup('en', '', ['of_tomorrow'])).toBe('');
  });
});

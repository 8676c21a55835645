import { beforeAll, describe, expect, it } from 'vitest';
import type { PublicTables } from '../../../src/verify/read-table.ts';
import { accountsOf } from '../../../src/verify/account/account.ts';
import { isOwnPath, keysOnPage } from '../../../src/verify/account/keys-on-page.ts';
import { countedTables } from '../counted-tables.ts';

/* Where a number comes from, told from the public tables alone. */

let tables: PublicTables;

beforeAll(async () => {
  tables = await countedTables();
});

function tell(key: string, language = 'en') {
  const [account] = accountsOf(tables, [key], language);
  if (account === undefined) throw new Error('no account');
  return { ...account, facts: Object.fromEntries(account.facts.map((fact) => [fact.name, fact])) };
}

describe('accountsOf', () => {
  it('says what a rate is, how it is counted, from which rows, beside what, and that counting again gives the same', () => {
    const { title, verdict, said, facts } = tell('department:tax|all|on_time_rate');
    const row = tables.figures.find(
      (one) => one['subject_id'] === 'tax' && one['period'] === 'all' && one['measure'] === 'on_time_rate',
    );
    expect(title).toBe('Tax Bureau · Share on time · all periods');
    expect([verdict, said]).toEqual(['same', 'Counted again: the same.']);
    expect(facts['Published']?.text).toBe(
      `value ${row?.['value']} · count ${row?.['count']} · base ${row?.['base']} · range from ${row?.['low']} · range to ${row?.['high']}`,
    );
    expect(facts['Counted again']?.text).toBe(facts['Published']?.text);
    expect(facts['Counted from']).toMatchObject({ text: '38 rows', file: 'data/latest/findings.csv' });
    expect(facts['Beside others']?.text).toContain('comparison as expected');
    expect(facts['Formula']?.text).toBe('confirmed in time / deadline reached');
    expect(facts['SQL that counts it, findings.sql']).toMatchObject({ isCode: true });
    expect(facts['Release']?.text).toBe('Not released yet; data to 2025-06-30');
  });

  it.each([
    ['answers', 'programme:all|all|positive_rate|overall', '5 rows', 'data/latest/answers.csv'],
    ['events', 'department:tax|all|claims_made', /^\d+ rows$/, 'data/latest/finding_events.csv'],
    ['other figures', 'programme:all|all|found_drift', 'Other published figures', 'data/latest/figures.csv'],
  ])('names the rows behind a figure of %s', (_, key, text, file) => {
    const { facts, verdict } = tell(key);
    expect(facts['Counted from']).toMatchObject({ text: expect.stringMatching(text), file });
    expect(verdict).toBe('same');
  });

  it('says in Chinese what cannot be counted since it is private', () => {
    const { title, verdict, facts } = tell('programme:all|all|responses', 'zh');
    expect(title).toMatch(/^全部 · /);
    expect(verdict).toBe('not public');
    expect(facts['依据']?.text).toMatch(/不公开/);
    expect(facts['依据']?.file).toBeUndefined();
  });

  it('says where a changed number differs', () => {
    const place = tables.figures.findIndex(
      (row) => row['subject_id'] === 'tax' && row['period'] === 'all' && row['measure'] === 'confirmed',
    );
    const figures = tables.figures.with(place, { ...tables.figures[place], value: '1' });
    const [account] = accountsOf({ ...tables, figures }, ['department:tax|all|confirmed'], 'en');
    expect(account?.verdict).toBe('differs');
    expect(account?.differences.join()).toMatch(/confirmed, value: should be \d+, is 1$/);
  });

  it('knows no figure that is not published', () => {
    expect(tell('department:nobody|all|found')).toMatchObject({ verdict: 'no such figure', facts: {} });
  });
});

describe('the page that is asked about', () => {
  const html =
    '<data value="3" data-figure="hall:a|all|found">3</data><data data-figure="hall:a|all|sent">1</data><data data-figure="hall:a|all|found">3</data><data data-figure="service:x&amp;y|all|found">3</data>';

  it('names each of its figures once, or those of one measure', () => {
    expect(keysOnPage(html, null)).toEqual(['hall:a|all|found', 'hall:a|all|sent', 'service:x&y|all|found']);
    expect(keysOnPage(html, 'sent')).toEqual(['hall:a|all|sent']);
  });

  it.each(['', 'en/', 'departments/tax/'])('may be “%s”', (path) => {
    expect(isOwnPath(path)).toBe(true);
  });

  it.each(['//example.org/', 'https://example.org/', '/etc/', '../', 'a/../../b/', 'a/?x', 'javascript:'])(
    'may not be “%s”',
    (path) => {
      expect(isOwnPath(path)).toBe(false);
    },
  );
});

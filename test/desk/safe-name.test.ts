import { describe, expect, it } from 'vitest';
import { freeName, isSameName, safeName } from '../../src/desk/safe-name.ts';
import { fc } from '../seeded-checks.ts';

/** What names that mean harm are made of, and what honest ones are. */
const pieces = [
  '/',
  '\\',
  '..',
  '.',
  ':',
  ' ',
  '~',
  '|',
  '›',
  'con',
  'LPT1',
  '.csv',
  'a',
  '台账',
  'e\u0301',
  '😀',
].concat(['\0', '\n', '\u202e', '\u200b', '\ud800', '\u2028', '长'.repeat(100)]);

describe('safeName', () => {
  it.each([
    ['台账 2026-09.xlsx', '台账 2026-09.xlsx'],
    ['[问卷星数据]800_800_0.xls', '[问卷星数据]800_800_0.xls'],
    ['a:b|c?.csv', 'a_b_c_.csv'],
    ['book › Sheet1.xlsx', 'book _ Sheet1.xlsx'],
    ['con.csv', '_con.csv'],
    ['LPT1', '_LPT1'],
    ['console.csv', 'console.csv'],
    ['.hidden.csv', 'hidden.csv'],
    ['~$open.xlsx', '$open.xlsx'],
    ['name.csv. . ', 'name.csv'],
    ['a\u0000b\n\u202egnp.csv', 'abgnp.csv'],
    ['e\u0301.csv', '\u00e9.csv'],
  ])('%j becomes %j', (given, name) => {
    expect(safeName(given)).toEqual({ name });
  });

  it.each([
    '../programme.yaml',
    '..\\x.csv',
    '/etc/passwd',
    'C:\\drops\\a.csv',
    '..',
    '.',
    '',
    '   ',
    '...',
    'Thumbs.db',
  ])('refuses %j and says why', (given) => {
    expect(safeName(given)).toHaveProperty('refused.zh');
  });

  it('cuts a name that is too long and keeps its ending', () => {
    const long = safeName(`${'长'.repeat(300)}.xlsx`);
    expect(long).toHaveProperty('name', expect.stringMatching(/^长+\.xlsx$/));
    expect(Buffer.byteLength('name' in long ? long.name : '')).toBeLessThanOrEqual(200);
  });

  it('gives no name that leads anywhere or that some system does not take, whatever it is given', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces)), (parts) => {
        const given = parts.join('');
        const safe = safeName(given);
        if ('refused' in safe) return;
        expect(safe.name).not.toMatch(/[/\\<>:"|?*\p{Cc}\p{Cf}]|^[.~\s]|[.\s]$/u);
        expect(Buffer.byteLength(safe.name)).toBeLessThanOrEqual(210);
        expect(safe.name).not.toBe('');
      }),
    );
  });
});

describe('freeName', () => {
  it('numbers a name until it is free, capitals or not', () => {
    expect(freeName('a.csv', ['A.CSV', 'a-2.csv'])).toBe('a-3.csv');
    expect(freeName('a', ['a'])).toBe('a-2');
    expect(isSameName('\u00e9.csv', 'E\u0301.csv')).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { escapeFormula, unescapeFormula } from '../../src/model/formula.ts';
import { fc } from '../seeded-checks.ts';

/** Texts of the characters that formulas are made of, and of any others. */
const nasty = fc.oneof(
  fc.string({
    unit: fc.constantFrom(
      ...'\'=+-@|\t\r\n\0 a1,;"',
      '\u00a0',
      '\u3000',
      '＝',
      '＋',
      '－',
      '＠',
      '\u200b',
      '\ufeff',
    ),
  }),
  fc.string({ unit: 'binary' }),
);

/** What a spreadsheet takes for a formula when a text begins so, after blanks it may drop. */
const runs = /^[\s\u3000]*[=+\-@＝＋－＠]|^[\t\r\n\0]/;

describe('escapeFormula', () => {
  it.each([
    { description: 'a formula', input: '=1+2', expected: "'=1+2" },
    { description: 'a formula after blanks', input: '  @SUM(A1)', expected: "'  @SUM(A1)" },
    { description: 'a formula in full width', input: '＝cmd|’/c calc’!A0', expected: "'＝cmd|’/c calc’!A0" },
    { description: 'a formula after a full-width blank', input: '　-1', expected: "'　-1" },
    { description: 'a tab before words', input: '\t来了', expected: "'\t来了" },
    { description: 'words', input: '窗口 3 号', expected: '窗口 3 号' },
    { description: 'an apostrophe inside', input: "it's", expected: "it's" },
    { description: 'an apostrophe before words', input: "'twas", expected: "'twas" },
    { description: 'what looks as if it had been made safe', input: "'=1", expected: "''=1" },
    { description: 'nothing', input: '', expected: '' },
  ])('$description', ({ input, expected }) => {
    expect(escapeFormula(input)).toBe(expected);
    expect(unescapeFormula(expected)).toBe(input);
  });

  it('is undone by unescapeFormula, whatever the text', () => {
    fc.assert(fc.property(nasty, (text) => unescapeFormula(escapeFormula(text)) === text));
  });

  it('leaves nothing that a spreadsheet would run', () => {
    fc.assert(fc.property(nasty, (text) => !runs.test(escapeFormula(text))));
  });

  it('gives different texts for different texts', () => {
    fc.assert(fc.property(nasty, nasty, (a, b) => a === b || escapeFormula(a) !== escapeFormula(b)));
  });
});

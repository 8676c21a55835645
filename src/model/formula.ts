/*
 * Spreadsheets run a cell that begins like a formula, also after blanks and in full width. Such a text is published
 * with an apostrophe before it, and read back without. Numbers are exempt: they are written as numbers.
 */

const blanks = ' \\t\\n\\v\\f\\r\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';

/** How such a text begins, in words that JavaScript and the store read alike. */
export const formulaPattern = `^'*[${blanks}]*[=+\\-@＝＋－＠\\t\\r\\n\\x00]`;

/** A text that a spreadsheet might run, or one that already looks as if it had been made safe. */
export const formulaStart = new RegExp(formulaPattern);

/**
 * Makes a text safe for spreadsheets, and back.
 *
 * @example
 * escapeFormula('=1+2'); // => "'=1+2"
 * unescapeFormula("'=1+2"); // => '=1+2'
 * unescapeFormula("it's"); // => "it's"
 */
export function escapeFormula(text: string): string {
  return formulaStart.test(text) ? `'${text}` : text;
}

/** The text that `escapeFormula` made safe; see there. */
export function unescapeFormula(text: string): string {
  return text.startsWith("'") && formulaStart.test(text) ? text.slice(1) : text;
}

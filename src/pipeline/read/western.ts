/*
 * Whether letters and signs beyond ASCII stand where Western writing puts them. A wrong single-byte table never
 * complains, but it puts capitals into the middle of words and dashes between letters.
 */

const word = String.raw`\p{L}\p{M}`;
const lower = 'àáâãäåæçèéêëìíîïñòóôöøùúûüßœ';
const upper = 'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖØÙÚÛÜŒ';

const words = new RegExp(`[${word}]+`, 'gu');
const foreign = /[\u0080-\u{10ffff}]/u;
const everyday = new RegExp(`[${lower}${upper}]|õ(?=e)|Õ(?=E)`, 'g');

function lengthBeyondAscii(text: string): number {
  return (text.match(/[\u0080-\u{10ffff}]/gu) ?? []).length;
}

/** How many letters of a word beyond ASCII are everyday ones in a place where such letters stand. */
function lettersThatFit(text: string): number {
  const own = lengthBeyondAscii(text);
  if (own * 2 > text.length && !/^[àéèêòóôÀÉÈÊÓ]$/.test(text)) return 0;
  const isCapitals = text === text.toUpperCase();
  const isProper = /^\p{Lu}?\p{Ll}*$/u.test(text);
  return isCapitals || isProper ? (text.match(everyday) ?? []).length : 0;
}

/** What each sign must stand beside. A sign that is not named here does not fit anywhere. */
const signs = new RegExp(
  [
    // English and French contractions; any other apostrophe between letters may be a letter of another table.
    `(?<=[A-Za-z])’(?=(?:s|t|re|ll|ve|d|m)(?![${word}]))`,
    `(?<=(?<![${word}])(?:[ldcjnsmtLDCJNSMT]|qu|Qu))’(?=[${word}])`,
    String.raw`(?<=[${word}\d.,!?])[’”](?![${word}\d])|…(?![${word}\d])`,
    String.raw`(?<![${word}\d])[‘“«¿¡](?=[\s${word}\d])`,
    String.raw`(?<=[\s${word}\d.,!?])»(?![${word}\d])`,
    String.raw`(?<=\s)[–—•·](?=\s)`,
    String.raw`(?<=\d)[–°×](?=\s|\d)`,
    String.raw`(?<=[\d\s])[°€£](?=[\s\dCF,;]|$)`,
    String.raw`(?<=\d)[ºª½¼¾]|(?<=m)[²³]`,
    String.raw`(?<=[${word}\d\s])[®™©]`,
  ].join('|'),
  'gmu',
);

/** Signs that prove nothing where they stand: any table has something that may stand there. */
const neutral = new RegExp(
  String.raw`\u00a0|(?<=[A-Za-z])[’–—](?=[A-Za-z])|(?<=[A-Za-z])[íì](?=(?:s|t|re|ll|ve|d|m)(?![${word}]))`,
  'gu',
);

/**
 * How many characters beyond ASCII a text has, and how many of them stand where Western writing puts them.
 *
 * @example
 * westernFit('Café à la crème, año “niño”').fits; // => 7
 * westernFit('CafŽ ‡ la cr\u008fme').fits; // => 0
 */
export function westernFit(text: string): { counted: number; fits: number } {
  const inPlace = (text.match(signs) ?? []).length;
  const rest = text.replaceAll(signs, ' ').replaceAll(neutral, ' ');
  const letters = (rest.match(words) ?? [])
    .filter((one) => foreign.test(one))
    .reduce((sum, one) => sum + lettersThatFit(one), 0);
  return { counted: inPlace + lengthBeyondAscii(rest), fits: inPlace + letters };
}

/* A column of codes as a text with one character for each finding: small, and quick to compress and to read. */

/** The first printable character: code 0. */
const start = 0x21;

/** Characters that are no characters of their own are stepped over. */
const surrogates = { from: 0xd800, count: 0x800 };

/**
 * Writes a column of codes, which are whole numbers from 0 on.
 *
 * @example
 * writeColumn([0, 2, 1]); // => '!#"'
 */
export function writeColumn(codes: readonly number[]): string {
  return codes
    .map((code) => {
      const point = code + start;
      return String.fromCodePoint(point < surrogates.from ? point : point + surrogates.count);
    })
    .join('');
}

/**
 * Reads a column of codes.
 *
 * @example
 * [...readColumn('!#"')]; // => [0, 2, 1]
 */
export function readColumn(text: string): Uint32Array {
  const codes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) ?? start;
    codes.push((point < surrogates.from ? point : point - surrogates.count) - start);
  }
  return Uint32Array.from(codes);
}

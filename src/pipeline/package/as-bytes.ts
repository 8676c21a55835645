/*
 * The large files are gone through as bytes: a text with one character for each byte of its UTF-8. Such a text is half as large, is
 * written as it stands, and a row of it can be handed on without being written again.
 */

/**
 * A text as bytes.
 *
 * @example
 * asBytes('é') === '\xc3\xa9'; // => true
 */
export function asBytes(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}

/**
 * The text that some bytes are.
 *
 * @example
 * asText('\xc3\xa9'); // => 'é'
 */
export function asText(bytes: string): string {
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

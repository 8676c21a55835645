/**
 * The same text, by itself. A piece of a text keeps the whole of it in memory, and one put together of pieces keeps all of them: what
 * is held for long is held as a copy of one piece.
 *
 * @example
 * ownText('2025-001,found'.slice(0, 8)); // => '2025-001'
 */
export function ownText(text: string): string {
  // As bytes and back, by an encoding that takes any text as it is.
  return Buffer.from(text, 'utf16le').toString('utf16le');
}

/**
 * A name as SQL writes it.
 *
 * @example
 * quoteName('question:q"1'); // => '"question:q""1"'
 * quoteText("it's"); // => "'it''s'"
 */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A text as SQL writes it; see `quoteName`. */
export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Characters that take two places on a terminal: hanzi and their punctuation, full-width letters, symbols in colour. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/**
 * How many places a text takes on a terminal.
 *
 * @example
 * placesOf('行 14'); // => 5
 */
export function placesOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + (wide.test(sign) ? 2 : 1), 0);
}

/**
 * Rows as lines whose columns stand under each other, whatever their characters.
 *
 * @example
 * textTable([['文件', '行'], ['a.csv', '14']]); // => ['文件   行', 'a.csv  14']
 */
export function textTable(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => placesOf(row[column] ?? ''))),
  );
  const pad = (cell: string, column: number) => cell + ' '.repeat((widths[column] ?? 0) - placesOf(cell));
  return rows.map((row) => row.map(pad).join('  ').trimEnd());
}

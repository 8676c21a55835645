/** Stands between two cells: hardly any holds one, so that hardly any needs quotes. */
const separator = '\t';

const special = /["\n\r]/;

function quoted(cell: string): string {
  return special.test(cell) || cell.includes(separator) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** A row as a line. Most lines need no quotes, which shows sooner in the whole line than in each cell. */
function lineOf(row: readonly string[]): string {
  const line = row.join(separator);
  const isPlain = !special.test(line) && !row.some((cell) => cell.includes(separator));
  return isPlain ? line : row.map(quoted).join(separator);
}

/**
 * Rows as text that the store's own reader takes back cell for cell, whatever the cells hold; see `textReader`.
 *
 * @example
 * rowsText([['1', 'a'], ['2', 'say "b"']]); // => '1\ta\n2\t"say ""b"""\n'
 */
export function rowsText(rows: readonly (readonly string[])[]): string {
  let text = '';
  for (const row of rows) text += `${lineOf(row)}\n`;
  return text;
}

/** The settings by which the store's reader takes such text; `bytes` is the size of the file. A cell without content is missing. */
export function textReader(bytes: number): string {
  // A row may be as long as the file: the reader looks at all of it at once.
  const room = Math.max(bytes, leastRoom) + 1;
  return `auto_detect = false, header = false, delim = '\\t', quote = '"', escape = '"', new_line = '\\n', comment = '', nullstr = '', max_line_size = ${room}, buffer_size = ${room}`;
}

const leastRoom = 1 << 16;

/**
 * Keeps a label to the lines that there is room for; a cut one ends in dots, and the table has it whole.
 *
 * @example
 * cutLines(['How satisfied', 'are you with', 'the staff?'], 2); // => ['How satisfied', 'are you with…']
 * cutLines(['Staff'], 2); // => ['Staff']
 */
export function cutLines(lines: readonly string[], most: number): string[] {
  if (lines.length <= most) return [...lines];
  const kept = lines.slice(0, Math.max(1, most));
  return [...kept.slice(0, -1), `${kept.at(-1)}…`];
}

/**
 * The form in which the name of a column is compared: compatible characters made one, blanks and line breaks inside it
 * made one blank, none at the ends. Exports differ in these, and nobody sees the difference.
 *
 * @example
 * columnLabel('3、性别 '); // => '3、性别'
 * columnLabel('How many\n years？'); // => 'How many years?'
 */
export function columnLabel(name: string): string {
  return name.normalize('NFKC').replaceAll(/\s+/g, ' ').trim();
}

/**
 * Labels that tell all columns of a sheet apart: the second column of the same name gets ` (2)`. Blank names stay blank.
 *
 * @example
 * distinctLabels(['Why?', 'Where?', 'Why?', '', '']); // => ['Why?', 'Where?', 'Why? (2)', '', '']
 */
export function distinctLabels(names: readonly string[]): string[] {
  const labels = names.map(columnLabel);
  const taken = new Set(labels);
  const counts = new Map<string, number>();
  return labels.map((label) => {
    const count = (counts.get(label) ?? 0) + 1;
    counts.set(label, count);
    if (label === '' || count === 1) return label;
    let number = count;
    while (taken.has(`${label} (${number})`)) number += 1;
    taken.add(`${label} (${number})`);
    return `${label} (${number})`;
  });
}

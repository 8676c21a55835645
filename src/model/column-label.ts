/** Blanks between hanzi say nothing: `姓  名` is set so that it is as wide as `联系电话`. */
const betweenHanzi = /(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu;

/** A name in plain letters with single blanks, as most exports have by the thousand, is in that form already. */
const isPlain = /^[!-~]+(?: [!-~]+)*$/;

/**
 * The form in which the name of a column is compared: compatible characters made one, invisible ones and blanks between
 * hanzi left out, other blanks and line breaks made one blank, none at the ends. Exports differ in these, and nobody
 * sees the difference.
 *
 * @example
 * columnLabel('3、性别 '); // => '3、性别'
 * columnLabel('姓　名\u200b'); // => '姓名'
 * columnLabel('How many\n years？'); // => 'How many years?'
 * columnLabel('How many years?'); // => 'How many years?'
 */
export function columnLabel(name: string): string {
  if (isPlain.test(name)) return name;
  const visible = name.normalize('NFKC').replaceAll(/\p{Cf}/gu, '');
  return visible.replaceAll(betweenHanzi, '').replaceAll(/\s+/g, ' ').trim();
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

const longestName = 50;

/**
 * A name for the layout of a file: what is Latin in the file's name, with the survey tool before it where that says
 * little; not one that is taken.
 *
 * @example
 * layoutName('contribex-survey-2019.csv', 'surveymonkey', []); // => 'contribex-survey-2019'
 * layoutName('[问卷星数据]800_800_0.xls', 'wjx-text', []); // => 'wjx-text-800-800-0'
 * layoutName('满意度.xlsx › Sheet1', null, ['survey']); // => 'survey-2'
 */
export function layoutName(file: string, vendor: string | null, taken: readonly string[]): string {
  const base = (file.split(' › ')[0] ?? file).replace(/(\.[A-Za-z0-9]{1,5})+$/, '');
  const slug = base
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, longestName)
    .replace(/-+$/, '');
  const saysLittle = (slug.match(/[a-z]/g)?.length ?? 0) < 4;
  const wanted = saysLittle
    ? [vendor ?? 'survey', ...(slug === '' || vendor === null ? [] : [slug])].join('-')
    : slug;
  let free = wanted;
  for (let number = 2; taken.includes(free); number += 1) free = `${wanted}-${number}`;
  return free;
}

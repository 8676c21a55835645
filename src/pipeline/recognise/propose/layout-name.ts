import { pinyin } from 'pinyin-pro';
import { freeName } from '../../../model/free-name.ts';
import { latinWord } from '../../../model/latin-word.ts';

const longestName = 50;

/** A text with its Chinese words written as they are said. */
const spoken = (text: string) =>
  text.replaceAll(/\p{Script=Han}+/gu, (word) => ` ${pinyin(word, { toneType: 'none', separator: '' })} `);

const saysLittle = (name: string) => (name.match(/[a-z]/g)?.length ?? 0) < 4;

/**
 * A name for the layout of a file: what is Latin in the file's name. Where that says little, the survey tool stands before it, or the
 * whole name is written as it is said; not one that is taken.
 *
 * @example
 * layoutName('contribex-survey-2019.csv', 'surveymonkey', []); // => 'contribex-survey-2019'
 * layoutName('[问卷星数据]800_800_0.xls', 'wjx-text', []); // => 'wjx-text-800-800-0'
 * layoutName('台账2025.csv', null, []); // => 'taizhang-2025'
 * layoutName('满意度.xlsx › Sheet1', null, ['manyidu']); // => 'manyidu-2'
 * layoutName('2025-03.csv', null, []); // => 'export-2025-03'
 */
export function layoutName(file: string, vendor: string | null, taken: readonly string[]): string {
  const base = (file.split(' › ')[0] ?? file).replace(/(\.[A-Za-z0-9]{1,5})+$/, '');
  const [latin, said] = [latinWord(base, longestName), latinWord(spoken(base), longestName)];
  const after = (word: string) => [word, ...(latin === '' ? [] : [latin])].join('-');
  const wanted = !saysLittle(latin)
    ? latin
    : vendor !== null
      ? after(vendor)
      : saysLittle(said)
        ? after('export')
        : said;
  return freeName(wanted, (name) => taken.includes(name));
}

import type { Words } from '../../../model/words.ts';

/** What the library says of a workbook in which something is missing. */
const incomplete = /CFB file size|\bundefined\b|\bnull\b|out of range|unexpected end/i;

/** What is said where it took too long or filled the memory. */
const endless = /to its end|memory limit|out of memory/i;

/**
 * What is wrong with a workbook that the library could not read. It speaks to programmers (“Cannot read properties of undefined”),
 * where it speaks at all; all that staff can make of that is whether to fetch the file again.
 *
 * @example
 * workbookDamage('CFB file size 358 < 512').zh; // => '缺了内容，多半是没有下载完或没有拷贝完'
 * workbookDamage('Bad uncompressed size: 616 != 557').en; // => 'its parts contradict each other: damaged on its way, or changed'
 */
export function workbookDamage(said: string): Words {
  if (endless.test(said)) return { zh: '内容没有尽头，读不完', en: 'it cannot be read to its end' };
  if (incomplete.test(said))
    return {
      zh: '缺了内容，多半是没有下载完或没有拷贝完',
      en: 'something is missing, most likely it was not downloaded or copied to its end',
    };
  return {
    zh: '内容自相矛盾，传坏了或被改动过',
    en: 'its parts contradict each other: damaged on its way, or changed',
  };
}

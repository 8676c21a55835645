import { pinyin } from 'pinyin-pro';
import { freeName } from '../../model/free-name.ts';
import { latinWord } from '../../model/latin-word.ts';

/** How a name is said, syllable by syllable, for sorting: 公安局 is `gong an ju`. */
export function saidAs(name: string): string {
  return pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive' })
    .map((syllable) => syllable.trim().toLowerCase())
    .filter((syllable) => syllable !== '')
    .join(' ');
}

/** An id stands in addresses: a longer one is made of first letters. */
const longest = 20;

/**
 * An id for a name, of how it is said; one that is taken gets a number. Chinese names are written as one word, long ones
 * with their first letters.
 *
 * @example
 * nameId('公安局', []); // => 'gonganju'
 * nameId('人力资源和社会保障局', []); // => 'rlzyhshbzj'
 * nameId('公安局', ['gonganju']); // => 'gonganju-2'
 * nameId('Tax Office', []); // => 'tax-office'
 */
export function nameId(name: string, taken: readonly string[]): string {
  const syllables = saidAs(name)
    .split(' ')
    .map((syllable) => latinWord(syllable))
    .filter((one) => one !== '');
  const isChinese = /\p{Script=Han}/u.test(name);
  const whole = syllables.join(isChinese ? '' : '-');
  const short = whole.length <= longest ? whole : syllables.map((one) => one[0]).join('');
  const id = short === '' || short === 'all' ? `n-${short || '1'}` : short;
  return freeName(id, (one) => taken.includes(one));
}

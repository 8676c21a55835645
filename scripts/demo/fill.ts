import type { Words } from '../../src/model/words.ts';
import type { Random } from './random.ts';
import type { Slot } from './story.ts';
import { w } from './words.ts';

/** What stands in each place of a text. */
export type Filling = Readonly<Record<string, Words>>;

const chineseNumbers = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'];
const englishNumbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** Draws a number or a word for every slot; small numbers are written out, as a newspaper does. */
export function draw(random: Random, slots: Readonly<Record<string, Slot>>): Filling {
  return Object.fromEntries(
    Object.entries(slots).map(([name, slot]): [string, Words] => {
      const [first, second] = slot;
      if (typeof first === 'number' && typeof second === 'number') {
        const number = random.whole(first, second);
        return [name, w(chineseNumbers[number] ?? String(number), englishNumbers[number] ?? String(number))];
      }
      const [zh = '', en = ''] = String(random.pick<string | number>(slot)).split('|');
      return [name, w(zh, en)];
    }),
  );
}

/** Fills the places of a Chinese text, with a thin space of courtesy between Chinese and digits. */
export function fillChinese(text: string, filling: Filling): string {
  return filled(text, filling, 'zh')
    .replaceAll(/(\p{Script=Han})(?=[0-9])/gu, '$1 ')
    .replaceAll(/([0-9A-Z])(?=\p{Script=Han})/gu, '$1 ');
}

/** Fills the places of an English text, with capitals where sentences begin. */
export function fillEnglish(text: string, filling: Filling): string {
  return filled(text, filling, 'en').replaceAll(/(^|[.?!]”? )([a-z])/g, (_, before: string, letter: string) =>
    before.concat(letter.toUpperCase()),
  );
}

/** Whether a text has all that it needs. */
export function isFilled(text: string, filling: Filling): boolean {
  return places(text).every((place) => place in filling);
}

function places(text: string): string[] {
  return Array.from(text.matchAll(/\{([a-z]+)\}/gi), ([, place = '']) => place);
}

function filled(text: string, filling: Filling, language: 'zh' | 'en'): string {
  return text.replaceAll(/\{([a-z]+)\}/gi, (_, place: string) => {
    const words = filling[place];
    if (words === undefined) throw new Error(`nothing for {${place}} in “${text}”`);
    return words[language];
  });
}

import type { Officers } from './officers.ts';
import { several } from './several.ts';

const inChinese = /体验(官(?:办公室)?)?/g;
const inEnglish = /\b(an? )?(?:experience )?officer(s)?\b/gi;

/** Of 体验官 the office is theirs, and what they do is 体验; of others neither can be said. English says neither of anybody. */
const ofOthers = { office: '项目办公室', going: '走访' };

/** “An” stands before a vowel letter: `an inspector`, `a supervisor`. */
const articleOf = (noun: string) => (/^[aeiou]/i.test(noun) ? 'an' : 'a');

/** A wording with the capital that another has at its beginning. */
const capitalAs = (other: string, wording: string) =>
  /^\p{Lu}/u.test(other) ? `${wording.charAt(0).toUpperCase()}${wording.slice(1)}` : wording;

function inChineseWords(text: string, name: string | undefined): string {
  if (name === undefined) return text;
  if (name.includes('体验')) return text.replaceAll('体验官', () => name);
  return text.replaceAll(inChinese, (_, whose?: string) => {
    if (whose === undefined) return ofOthers.going;
    return whose === '官' ? name : ofOthers.office;
  });
}

function inEnglishWords(text: string, name: string | undefined): string {
  if (name === undefined) return text;
  return text.replaceAll(inEnglish, (whole: string, article?: string, plural?: string) => {
    const noun = plural === undefined ? name : several(name);
    return capitalAs(whole, article === undefined ? noun : `${articleOf(noun)} ${noun}`);
  });
}

/**
 * One of our own texts with those who look called what the programme calls them. The texts themselves say 体验官, officer or
 * experience officer: they can be read and translated as they stand, none can be forgotten, and a programme that says nothing has
 * them unchanged. Names and data are no texts of ours and must not come here.
 *
 * @example
 * called('体验官复核过', { zh: '检查人员' }); // => '检查人员复核过'
 * called('体验官办公室按体验次数', { zh: '检查人员' }); // => '项目办公室按走访次数'
 * called('体验官的体验', { zh: '体验员' }); // => '体验员的体验'
 * called('Checked by an officer', { en: 'supervisor' }); // => 'Checked by a supervisor'
 * called('Experience officers found it', { en: 'inspector' }); // => 'Inspectors found it'
 * called('An officer’s check', {}); // => 'An officer’s check'
 */
export function called(text: string, { zh, en }: Officers): string {
  return inEnglishWords(inChineseWords(text, zh), en);
}

import { digitsOf, matches, type FindPlaces } from './place.ts';

/** The first two digits say in which province the number was given. */
const province = '(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])';
const monthAndDay = '(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])';
const alone = '(?<![\\dA-Za-z])';
const ends = '(?![\\dA-Za-z])';
const gap = '[ -]?';

const eighteen = new RegExp(
  `${alone}${province}\\d{4}${gap}(?:18|19|20)\\d{2}${gap}${monthAndDay}${gap}\\d{3}${gap}[\\dXx]${ends}`,
  'dg',
);
const fifteen = new RegExp(`${alone}${province}\\d{4}${gap}\\d{2}${monthAndDay}${gap}\\d{3}${ends}`, 'dg');
/** A number with a slip in it still gives its owner away when the words before say what it is. */
const saidToBe = new RegExp(
  `(?:身份证|证件|公民身份|居民身份)[^\\d]{0,8}(?<it>\\d{6}${gap}\\d{8}${gap}\\d{3}[\\dXx])${ends}`,
  'dg',
);
const hongKong = new RegExp(`${alone}[A-Z]{1,2}\\d{6}\\([\\dA]\\)`, 'dg');
const taiwan = new RegExp(`${alone}[A-Z][12]\\d{8}${ends}`, 'dg');
const unitedStates = /(?<![\d-])(?!000|666|9\d\d)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\d-])/dg;
const britain = new RegExp(
  `${alone}[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\\d{2} ?\\d{2} ?\\d{2} ?[A-D]${ends}`,
  'dg',
);

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkSigns = '10X98765432';

/**
 * Whether the last sign of an identity number is the one that GB 11643 computes from the others.
 *
 * @example
 * hasIdentityCheckSign('11010519491231002X'); // => true
 * hasIdentityCheckSign('110105194912310021'); // => false
 */
export function hasIdentityCheckSign(number: string): boolean {
  const sum = weights.reduce((total, weight, position) => total + weight * Number(number[position]), 0);
  return checkSigns[sum % 11] === number[17]?.toUpperCase();
}

/** Letters count from 10, in the order that Taiwan fixed in 1965. */
const taiwanLetters = 'ABCDEFGHJKLMNPQRSTUVXYWZIO';

function hasTaiwanCheckSign(number: string): boolean {
  const letter = taiwanLetters.indexOf(number[0] ?? '') + 10;
  const digits = [...number.slice(1)].map(Number);
  const sum = digits.reduce(
    (total, digit, position) => total + digit * (position === 8 ? 1 : 8 - position),
    Math.floor(letter / 10) + (letter % 10) * 9,
  );
  return sum % 10 === 0;
}

function isValid(text: string): boolean {
  return hasIdentityCheckSign(text.replaceAll(/[ -]/g, ''));
}

/**
 * Identity numbers: China's of 18 signs whose check sign is right, or that are called so, and the old ones of 15 digits;
 * Hong Kong's, Taiwan's, social security numbers of the United States and of Great Britain.
 *
 * @example
 * findIdentities('号码 11010519491231002X'); // => [{ kind: 'identity', start: 3, end: 21 }]
 * findIdentities('流水号110105194912310021'); // => []
 */
export const findIdentities: FindPlaces = (text) => [
  ...matches('identity', eighteen, text, isValid),
  ...matches('identity', saidToBe, text),
  ...matches('identity', fifteen, text, (number) => digitsOf(number).length === 15),
  ...matches('identity', hongKong, text),
  ...matches('identity', taiwan, text, hasTaiwanCheckSign),
  ...matches('identity', unitedStates, text),
  ...matches('identity', britain, text),
];

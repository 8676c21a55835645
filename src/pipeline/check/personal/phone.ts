import { digitsOf, matches, type FindPlaces } from './place.ts';

/** What may stand between the groups of a number. */
const gap = '[ .·/()-]{0,3}';
/** Not in the middle of a longer number, nor of one written in groups. */
const alone = '(?<![\\dA-Za-z]|\\d[ -])';
const ends = '(?!\\d)';

const china = '(?:(?:\\+|00)?86[ .-]{0,2}|0)?';
const mobile = new RegExp(
  `(?<!\\d)${china}1(?:[3-9]\\d${gap}\\d{4}${gap}\\d{4}|[3-9]\\d${gap}\\d{3}${gap}\\d{5}|[3-9]\\d{2}${gap}\\d{3}${gap}\\d{4}|[3-9]\\d{2}${gap}\\d{4}${gap}\\d{3}|[ .-][3-9](?:[ .-]\\d){9})${ends}`,
  'dg',
);

/** With an area code. The first digit after it is never 0 or 1. */
const landline = new RegExp(
  `(?<!\\d|\\d[ -]|# ?)(?:(?:\\+|00)?86[ -]{0,2})?\\(?(?:010|02\\d|0[3-9]\\d{2})\\)?[ -]{0,3}[2-9]\\d{2,3}[ -]?\\d{4}(?:[ ]?(?:转|ext\\.?|x|-)[ ]?\\d{1,5})?${ends}`,
  'dgi',
);

/** Seven or eight digits are a number of the place if the words before say so. */
const saidToBe = new RegExp(
  `(?:电话|座机|手机|致电|拨打|联系方式|tel|telephone|phone|mobile|cell|call)(?:号码?|是|为|number|no\\.?|[:. ])*(?<it>[2-9]\\d{2,3}[ -]?\\d{4}|\\(?[2-9]\\d{2}\\)?\\d{7})${ends}`,
  'dgi',
);

const international = new RegExp(
  `(?<![\\d+])\\+\\d{1,3}[ .-]{0,2}(?:\\(0?\\d{1,4}\\)[ .-]?)?\\d{1,4}(?:[ .-]?\\d{2,4}){2,4}${ends}`,
  'dg',
);

const northAmerica = new RegExp(
  `${alone}(?:1[ .-])?(?:\\([2-9]\\d{2}\\) ?|[2-9]\\d{2}[ .-])[2-9]\\d{2}[ .-]\\d{4}(?: ?(?:x|ext\\.?) ?\\d{1,5})?${ends}`,
  'dgi',
);

/** Great Britain, France and others that write 0 before the number of the place. */
const europe = new RegExp(
  `${alone}\\(?0(?:\\d{2,4}\\)?[ -]\\d{3,4}[ -]?\\d{3,4}|\\d(?:[ .]\\d{2}){4}|7\\d{3} ?\\d{6})${ends}`,
  'dg',
);

/** Numbers that companies and offices are called by without charge: no person has one. */
const freeOfCharge = /^(?:1)?(?:400|800|888|877|866|855|844|833)\d{7}$/;

/** From when to when: 0900-1200 1330. */
const hours = /^0\d[0-5]\d[ -](?:[01]\d|2[0-4])[0-5]\d(?:[ -](?:[01]\d|2[0-4])[0-5]\d)?$/;

function isSomebodys(number: string): boolean {
  const digits = digitsOf(number);
  return digits.length <= 20 && !hours.test(number);
}

/**
 * Telephone numbers, mobile and fixed, as they are written in China and in the West.
 *
 * @example
 * findPhones('请打 138-0013-8000').map((place) => place.start); // => [3]
 * findPhones('拨打12345或400-810-1234'); // => []
 */
export const findPhones: FindPlaces = (text) => [
  ...[mobile, landline, saidToBe, international, europe].flatMap((pattern) =>
    matches('phone', pattern, text, isSomebodys),
  ),
  ...matches('phone', northAmerica, text, (number) => !freeOfCharge.test(digitsOf(number))),
];

import { matches, type FindPlaces } from './place.ts';

const region = '[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]';
const sign = '[A-HJ-NP-Za-hj-np-z0-9]';
const ends = '(?![A-Za-z0-9])';

const usual = new RegExp(
  `${region}[A-HJ-NP-Za-hj-np-z][ .·-]?(?=[A-Za-z]{0,4}\\d)${sign}{4}(?:${sign}${ends}|[挂学警港澳])`,
  'dg',
);
/** New-energy cars: a letter from A to K first for small ones, last for large ones. */
const newEnergy = new RegExp(
  `${region}[A-HJ-NP-Za-hj-np-z][ .·-]?(?:[A-HJKa-hjk]${sign}\\d{4}|\\d{5}[A-HJKa-hjk])${ends}`,
  'dg',
);
const saidToBe =
  /(?:[Ll]icen[cs]e plate|[Nn]umber plate|[Pp]late number|[Pp]late|[Rr]egistration number)[ :#]{1,3}(?<it>[A-Z0-9]{1,4}[ -]?[A-Z0-9]{2,4})(?![A-Za-z0-9])/dg;

/**
 * Number plates of vehicles.
 *
 * @example
 * findPlates('粤B·12345 和 沪AD12345 挡住了通道').map((place) => place.start); // => [0, 11]
 * findPlates('新VI版，川A级'); // => []
 */
export const findPlates: FindPlaces = (text) => [
  ...matches('plate', usual, text),
  ...matches('plate', newEnergy, text),
  ...matches('plate', saidToBe, text, (plate) => /\d/.test(plate) && /[A-Za-z]/.test(plate)),
];

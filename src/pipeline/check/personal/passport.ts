import { matches, type FindPlaces } from './place.ts';

/** Passports and travel permits are only told from serial numbers by the words before them. */
const saidToBe =
  /(?:护照|通行证|台胞证|回乡证|旅行证|passport|travel permit)[^\dA-Za-z]{0,6}(?:(?:号码?|证号|编号|number|no\.?|#)[^\dA-Za-z]{0,4})?(?<it>(?=[A-Za-z0-9]*\d{5})[A-Za-z]{0,2}\d{6,9}[A-Za-z]?)(?![\dA-Za-z])/dgi;

/** Ordinary Chinese passports: E with a digit or a letter after it, or G; nine signs. */
const ordinary = /(?<![\dA-Za-z号:-])(?:E[\dA-HJ-NP-Z]\d{7}|G\d{8})(?![\dA-Za-z-])/dg;

/**
 * Numbers of passports and travel permits.
 *
 * @example
 * findPassports('护照号:E12345678'); // => [{ kind: 'passport', start: 4, end: 13 }]
 * findPassports('受理编号:E12345678'); // => []
 */
export const findPassports: FindPlaces = (text) => [
  ...matches('passport', saidToBe, text),
  ...matches('passport', ordinary, text),
];

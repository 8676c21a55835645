import { digitsOf, matches, type FindPlaces } from './place.ts';

/** Fifteen to nineteen digits, together or in groups. */
const groups =
  /(?<![\dA-Za-z.])\d{4}[ -]?\d{4}[ -]?\d{4}[ -]?\d{3,4}(?:[ -]?\d{1,3})?(?![\dA-Za-z])|(?<![\dA-Za-z])3[47]\d{2}[ -]?\d{6}[ -]?\d{5}(?![\dA-Za-z])/dg;
const iban = /(?<![\dA-Za-z])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![\dA-Za-z])/dg;

/** How the numbers of cards begin, and how long they are: UnionPay, ICBC of old, Visa, Mastercard, American Express, JCB, Discover. */
const issuers =
  /^(?:62\d{14,17}|9558\d{12,15}|4\d{15}|4\d{18}|5[1-5]\d{14}|2[2-7]\d{14}|3[47]\d{13}|35\d{14}|6(?:011|5\d\d)\d{12}|60\d{14,17})$/;

/**
 * Whether the last digit is the one that Luhn's rule (ISO/IEC 7812) asks for.
 *
 * @example
 * passesLuhn('4111111111111112'); // => false
 * passesLuhn('4111111111111111'); // => true
 */
export function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, sign, position) => {
    const digit = Number(sign) * (position % 2 === 1 ? 2 : 1);
    return total + (digit > 9 ? digit - 9 : digit);
  }, 0);
  return sum % 10 === 0;
}

function isCard(text: string): boolean {
  const digits = digitsOf(text);
  return issuers.test(digits) && passesLuhn(digits);
}

/** ISO 13616: the first four signs go to the end, letters count from 10, and the rest by 97 is 1. */
function isAccount(text: string): boolean {
  const plain = text.replaceAll(' ', '');
  const number = [...`${plain.slice(4)}${plain.slice(0, 4)}`]
    .map((sign) => Number.parseInt(sign, 36))
    .join('');
  return plain.length >= 15 && BigInt(number) % 97n === 1n;
}

/**
 * Numbers of bank cards and of international accounts, by their check digits.
 *
 * @example
 * findCards('卡号 4111 1111 1111 1111'); // => [{ kind: 'card', start: 3, end: 22 }]
 * findCards('订单 4111111111111112'); // => []
 */
export const findCards: FindPlaces = (text) => [
  ...matches('card', groups, text, isCard),
  ...matches('card', iban, text, isAccount),
];

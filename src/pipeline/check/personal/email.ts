import { matches, type FindPlaces } from './place.ts';

const plain =
  /(?<![\w.+%-])[\w+%-][\w.+%-]{0,63}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.[A-Za-z]{2,24}(?![\w-])/dg;
/** Written so that a program should not see it. */
const disguised =
  /(?<![\w.+%-])[\w+%-][\w.+%-]{0,63} ?(?:\(at\)|\[at\]|<at>|\{at\}| at ) ?[\w-]{1,63}(?:(?: ?(?:\(dot\)|\[dot\]| dot ) ?|\.)(?:com|cn|net|org|edu|gov|co|uk|de|fr|io|hk|tw))+(?!\w)/dgi;

/**
 * E-mail addresses, disguised ones too.
 *
 * @example
 * findEmails('写信到 li.lei@example.com.cn。'); // => [{ kind: 'email', start: 4, end: 25 }]
 * findEmails('lilei (at) example.com').length; // => 1
 */
export const findEmails: FindPlaces = (text) => [
  ...matches('email', plain, text),
  ...matches('email', disguised, text),
];

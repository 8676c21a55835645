const letters = 'ابجدهوزحطيكلمنسعفصقرشتثخذض';

/**
 * A text in Arabic letters that mean nothing, one for each of the alphabet. The places of numbers and the names of files stay.
 *
 * @example
 * inArabicLetters('Data to {date}'); // => 'دارا رس {date}'
 */
export function inArabicLetters(text: string): string {
  return text.replaceAll(
    /(\{\w+\}|\w+\.csv)|[A-Za-z]/g,
    (letter, kept: string | undefined) =>
      kept ?? letters[letter.toLowerCase().charCodeAt(0) - 'a'.charCodeAt(0)] ?? letter,
  );
}

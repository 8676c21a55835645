/**
 * The form in which names and answers are compared: compatible characters made one, blanks and letter case gone.
 *
 * @example
 * plainText('Never '); // => 'never'
 * plainText('非常 满意（５）'); // => '非常满意(5)'
 */
export function plainText(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s+/g, '').toLowerCase();
}

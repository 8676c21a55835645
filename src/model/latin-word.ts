/**
 * What of a text can stand in an id, an address or the name of a file, and no more of it than that: small Latin letters and digits,
 * with hyphens between; '' where there is none.
 *
 * @example
 * latinWord('Tax Office (Süd)'); // => 'tax-office-sud'
 * latinWord('Tax Office (Süd)', 11); // => 'tax-office'
 */
export function latinWord(text: string, longest = Number.POSITIVE_INFINITY): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}+/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, longest)
    .replace(/-+$/, '');
}

import { xmlText } from './xml.ts';

/**
 * A message of the dictionary as markup, with the markup of a number, a date or a link in the place of each `{name}`: what
 * `Sentence.astro` is to components. A name without its markup is an error.
 *
 * @example
 * filled('{days} days & more', { days: '<b>3</b>' }); // => '<b>3</b> days &amp; more'
 */
export function filled(message: string, parts: Readonly<Record<string, string>>): string {
  return xmlText(message).replace(/\{(\w+)\}/g, (_, name: string) => {
    const part = parts[name];
    if (part === undefined) throw new Error(`filled needs “${name}” for: ${message}`);
    return part;
  });
}

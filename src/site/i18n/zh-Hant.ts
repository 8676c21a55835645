import { Converter } from 'opencc-js/cn2t';
import { zh, type Dictionary } from './zh.ts';

/* Chinese in traditional characters, turned phrase by phrase out of the simplified ones. */

let convert: ((text: string) => string) | undefined;

/** Making the tables of OpenCC takes a while: a site without this language never does. */
function traditional(text: string): string {
  convert ??= Converter({ from: 'cn', to: 'hk' });
  return convert(text);
}

/** A part of the dictionary in the other characters. The names of places in a sentence are Latin, and stay. */
function converted<Part>(part: Part): Part {
  if (typeof part === 'string') return traditional(part) as Part;
  if (typeof part === 'function') return ((...given: unknown[]) => converted(part(...given))) as Part;
  if (Array.isArray(part)) return part.map(converted) as Part;
  return Object.fromEntries(
    Object.entries(part as object).map(([key, inner]) => [key, converted(inner)]),
  ) as Part;
}

const parts = new Map<string | symbol, unknown>();

/** Every part is converted when it is first asked for. */
export const zhHant: Dictionary = new Proxy<Dictionary>(zh, {
  get(dictionary, name) {
    if (name === 'languageName') return '繁體中文';
    if (!parts.has(name)) parts.set(name, converted(dictionary[name as keyof Dictionary]));
    return parts.get(name);
  },
});

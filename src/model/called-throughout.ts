import { called } from './called.ts';
import type { Officers } from './officers.ts';
import type { Words } from './words.ts';

const isWords = (part: object): part is Words => 'zh' in part && 'en' in part;

/**
 * Something that we declare, a table or a list of codes, with those who look called what the programme calls them in all its words.
 * Names of columns and codes stay: they are addresses.
 *
 * @example
 * const code = { code: 'officer', zh: '体验官', en: 'Experience officer' };
 * calledThroughout([code], { zh: '监督员', en: 'supervisor' }); // => [{"code":"officer","zh":"监督员","en":"Supervisor"}]
 */
export function calledThroughout<Part>(part: Part, officers: Officers): Part {
  if (typeof part !== 'object' || part === null) return part;
  if (Array.isArray(part)) return part.map((inner) => calledThroughout(inner, officers)) as Part;
  if (isWords(part)) return { ...part, zh: called(part.zh, officers), en: called(part.en, officers) };
  return Object.fromEntries(
    Object.entries(part).map(([key, inner]) => [key, calledThroughout(inner, officers)]),
  ) as Part;
}

import { z } from 'astro/zod';
import type { Words } from './words.ts';

/** What a programme calls those who look: one of them, in each language of our own words. */
export type Officers = { readonly [L in keyof Words]?: string | undefined };

/** What they are called where a programme does not say. */
export const usualOfficers: Words = { zh: '体验官', en: 'officer' };

/** A word within our sentences: the signs that stand there for places and markup are none of it. */
const word = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{M}\p{N} ’'·-]{1,40}$/u);

/** The setting `officers` of `programme.yaml`. */
export const officersSetting = z.strictObject({
  zh: word
    .optional()
    .describe('一个中文称呼，只用文字，如 检查人员 / a noun in Chinese, of letters alone, as 检查人员'),
  en: word
    .optional()
    .describe(
      '一个英文称呼，单数，只用文字，如 inspector / a noun in English, one of them, of letters alone, as inspector',
    ),
});

/** The facts of `programme.csv` that say it; none where it is not set. */
export function officerFacts(officers: Officers): (readonly [field: string, value: string])[] {
  return Object.entries(officers).flatMap(([language, name]) =>
    name === undefined ? [] : [[`officer_${language}`, name] as const],
  );
}

/**
 * What the facts of `programme.csv` say that those who look are called.
 *
 * @example
 * officersIn(new Map([['officer_en', 'inspector']])).en; // => 'inspector'
 */
export function officersIn(facts: ReadonlyMap<string, string>): Officers {
  return { zh: facts.get('officer_zh'), en: facts.get('officer_en') };
}

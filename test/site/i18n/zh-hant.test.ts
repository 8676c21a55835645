import { describe, expect, it } from 'vitest';
import { text } from '../../../src/site/i18n/text.ts';
import { zh } from '../../../src/site/i18n/zh.ts';

/** Every message of a dictionary, functions called with a number. */
function messages(part: unknown): string[] {
  if (typeof part === 'string') return [part];
  if (typeof part === 'function') return messages(part(...Array.from({ length: part.length }, () => 3)));
  if (typeof part !== 'object' || part === null) return [];
  return Object.values(part).flatMap(messages);
}

const keys = Object.keys(zh) as (keyof typeof zh)[];

describe('traditional Chinese', () => {
  it('is one file more, with every message of the simplified one', () => {
    const hant = text('zh-Hant');
    for (const key of keys) expect(messages(hant[key])).toHaveLength(messages(zh[key]).length);
    expect(hant.languageName).toBe('繁體中文');
    expect(hant.headline.overdue(3)).toBe('個逾期未改。');
  });

  it('keeps the places of numbers and names in each message', () => {
    const places = (message: string) => message.match(/\{\w+\}|#/g) ?? [];
    for (const key of keys) {
      const simplified = messages(zh[key]);
      messages(text('zh-Hant')[key]).forEach((message, place) => {
        expect(places(message)).toEqual(places(simplified[place] ?? ''));
      });
    }
  });

  it('has none of the characters that only simplified Chinese has', () => {
    const said = keys.flatMap((key) => messages(text('zh-Hant')[key])).join('');
    expect(said).not.toMatch(/[问题发现办门实验报书动产这个为会时长东车马见贝]/u);
  });
});

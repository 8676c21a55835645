import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { siteLanguages } from '../../../src/model/site-languages.ts';
import { text } from '../../../src/site/i18n/text.ts';

const folder = join(import.meta.dirname, '../../../src/site/i18n');

describe('the languages that settings may name', () => {
  it('are those that have a file of words, every one of them', () => {
    const files = readdirSync(folder).filter((name) => /^[a-z]{2}(?:-[A-Za-z]+)?\.ts$/.test(name));
    expect(files.map((name) => name.replace(/\.ts$/, '')).sort()).toEqual([...siteLanguages].sort());
  });

  it('have words of their own, and none another’s', () => {
    const names = siteLanguages.map((language) => text(language).languageName);
    expect(new Set(names).size).toBe(siteLanguages.length);
  });
});

import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chartFiles } from '../../src/model/chart-file.ts';
import { localizedIn } from '../../src/site/words/localized.ts';
import { en } from '../../src/site/i18n/en.ts';
import { zh } from '../../src/site/i18n/zh.ts';
import { outcomeOf } from '../../src/site/findings/outcome.ts';

const root = resolve(import.meta.dirname, '..', '..');

type Branch = Readonly<Record<string, unknown>>;

/** Every message of a dictionary by its path, in the wording for a number. */
function messages(branch: Branch, count: number, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(branch)) {
    const place = path ? `${path}.${key}` : key;
    if (typeof value === 'string') found.set(place, value);
    else if (typeof value === 'function')
      found.set(place, String((value as (count: number) => string)(count)));
    else for (const [inner, text] of messages(value as Branch, count, place)) found.set(inner, text);
  }
  return found;
}

function places(text: string | undefined): string[] {
  return [...new Set(text?.match(/\{\w+\}/g))].sort();
}

describe('the dictionaries', () => {
  const chinese = messages(zh, 2);

  it('say everything in every language', () => {
    const english = messages(en, 2);
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
    expect([...english].filter(([, text]) => text === '')).toEqual([]);
  });

  it.each([1, 2])('have places for the same numbers in the wording for %i', (count) => {
    const inChinese = messages(zh, count);
    const differing = [...messages(en, count)].filter(
      ([key, text]) => String(places(text)) !== String(places(inChinese.get(key))),
    );
    expect(differing).toEqual([]);
  });

  it('say of every file of a chart of the whole programme what is in it', () => {
    const charts = chartFiles.flatMap(({ chart, of }) => (of === 'programme' ? [chart] : []));
    for (const { data } of [zh, en]) expect(Object.keys(data.charts.names).sort()).toEqual(charts.sort());
  });

  it('hold no message that no page says', () => {
    const sources = globSync('src/site/**/*.{ts,astro}', { cwd: root })
      .filter((file) => !/i18n.(zh|en)\.ts$/.test(file))
      .map((file) => readFileSync(join(root, file), 'utf8'))
      .join('\n');
    const said = new Set(sources.match(/[A-Za-z_]\w*/g));
    // Codes of measures, outcomes and the like come out of the model, as do the forms of plurals.
    const codes = new Set(
      globSync('src/model/*.ts', { cwd: root })
        .flatMap((file) => readFileSync(join(root, file), 'utf8').match(/'[a-z][\w-]*'/g) ?? [])
        .map((code) => code.slice(1, -1)),
    );
    const silent = [...chinese.keys()].filter(
      (key) => !key.split('.').every((part) => /^\d+$/.test(part) || said.has(part) || codes.has(part)),
    );
    expect(silent).toEqual([]);
  });

  it('have no Chinese in the English one, but for the names of languages', () => {
    expect([...messages(en, 1)].filter(([, text]) => /\p{Script=Han}/u.test(text))).toEqual([]);
  });
});

describe('localizedIn', () => {
  const languages = ['zh', 'en'];

  it('gives the text of the language', () => {
    expect(localizedIn({ title_zh: '标题', title_en: 'Title' }, 'title', 'en', languages)).toEqual({
      text: 'Title',
      lang: undefined,
    });
  });

  it('falls back to a language that has it, and says which', () => {
    expect(localizedIn({ title_zh: '标题', title_en: '' }, 'title', 'en', languages)).toEqual({
      text: '标题',
      lang: 'zh-CN',
    });
  });

  it('is blank where no language has it', () => {
    expect(localizedIn({}, 'title', 'en', languages)).toEqual({ text: '', lang: undefined });
  });
});

describe('outcomeOf', () => {
  it.each([
    ['sent', false, 'in_hand'],
    ['sent', true, 'overdue'],
    ['reopened', false, 'in_hand'],
    ['reopened', true, 'overdue'],
    ['found', null, 'in_hand'],
    ['confirmed', false, 'confirmed'],
    ['duplicate', null, 'duplicate'],
  ])('a problem %s, overdue %s, stands at %s', (status, overdue, outcome) => {
    expect(outcomeOf({ status, overdue })).toBe(outcome);
  });
});

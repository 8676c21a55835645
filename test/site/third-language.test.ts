import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { changed } from '../../src/site/i18n/changed.ts';
import { en } from '../../src/site/i18n/en.ts';
import type { Dictionary } from '../../src/site/i18n/zh.ts';
import { writeTables, type TestRow } from './public-tables.ts';

/*
 * A language that nobody speaks: every message of the English dictionary between two marks. What a page says without
 * the marks does not come out of the dictionary.
 */

const marked = (message: string) => `⟦${message}⟧`;

vi.mock(import('../../src/site/i18n/text.ts'), async (original) => {
  const { dictionariesOf } = await original();
  const dictionaries = dictionariesOf({ './qq.ts': { qq: changed(en, marked) } });
  return { dictionariesOf, text: (language: string) => dictionaries.get(language) as Dictionary };
});

const facts: TestRow[] = [
  { field: 'languages', value: 'qq' },
  { field: 'name_qq', value: '' },
  { field: 'cutoff', value: '2025-09-30' },
  { field: 'calendar', value: 'china' },
  { field: 'period', value: 'quarter' },
  { field: 'contact', value: 'a@b.example' },
  { field: 'corrections', value: 'a@b.example' },
  { field: 'demonstration', value: 'true' },
  { field: 'version', value: '0' },
];
const count = {
  subject_kind: 'programme',
  subject_id: 'all',
  period: 'all',
  question_id: '',
  status: 'shown',
};
const figures: TestRow[] = [
  'found',
  'confirmed',
  'claimed',
  'overdue',
  'sent',
  'ever_claimed',
  'in_hand',
].map((measure) => ({ ...count, measure, count: 2, base: 2, value: 2 }));
const findings: TestRow[] = [1, 2].map((number) => ({
  finding_id: `F-${number}`,
  kind: 'problem',
  status: 'sent',
  overdue: true,
  overdue_working_days: 3,
  found_on: '2025-09-01',
  last_event_on: '2025-09-02',
  replies: 0,
}));

const spoken = [
  'index',
  'findings/[...list]',
  'departments/index',
  'changes/index',
  'privacy/index',
  'reading/index',
];
const skipped = new Set(['data', 'time', 'code', 'script', 'style', 'template']);

/** The texts of a page that are not marked as data. */
function texts(node: Tree.ParentNode): string[] {
  return node.childNodes.flatMap((child) => {
    if ('value' in child) return [child.value.trim()];
    if (!('tagName' in child) || skipped.has(child.tagName)) return [];
    const data = child.attrs.some(
      ({ name, value }) => name === 'data-text' || (name === 'class' && value === 'id'),
    );
    return data ? [] : texts(child);
  });
}

/** The words that stand outside all marks; names of files are no words. */
function foreignIn(said: string): string[] {
  let rest = said.replaceAll(/\w+\.csv/g, ' ');
  // Messages stand inside messages: the innermost go first.
  for (let before = ''; before !== rest;) {
    before = rest;
    rest = rest.replaceAll(/⟦[^⟦⟧]*⟧/g, ' ');
  }
  return rest.match(/\p{L}{2,}/gu) ?? [];
}

let container: AstroContainer;
let load: (page: string) => Promise<AstroComponentFactory>;

beforeAll(async () => {
  process.env['ZHAOCHA_TABLES'] = writeTables({ programme: facts, figures, findings }, ['qq']);
  const pages = import.meta.glob<{ default: AstroComponentFactory }>('../../src/site/pages/**/*.astro');
  container = await AstroContainer.create();
  load = async (name) => {
    const page = pages[`../../src/site/pages/[...language]/${name}.astro`];
    if (!page) throw new Error(`There is no page ${name}`);
    return (await page()).default;
  };
});

describe('a language that is added by one file', () => {
  it.each(spoken)('is all that %s speaks', async (name) => {
    const { listPages } = await import('../../src/site/findings/finding-lists.ts');
    const html = await container.renderToString(await load(name), {
      props: { language: 'qq', list: listPages[0] },
    });
    // A message may be cut around a number: what has a mark on either side of the cut is one of ours.
    const said = texts(parse(html)).join(' ');
    expect(foreignIn(said)).toEqual([]);
    expect(said).toContain('⟦');
  });

  it('has numbers and dates by the rules of its own', async () => {
    const { formatDate, formatMonth } = await import('../../src/site/words/format.ts');
    expect(formatDate('2025-09-30', 'de')).toBe('30. September 2025');
    expect(formatMonth('2025-09', 'zh-Hant')).toBe('2025年9月');
    // But always in the years and digits of the tables.
    expect(formatDate('2025-09-30', 'th')).toBe('30 กันยายน 2025');
    expect(formatMonth('2025-09', 'ckb')).toContain('2025');
    const { plural } = await import('../../src/site/i18n/plural.ts');
    expect(plural('pl', 3, { one: 'a', few: 'b', other: 'c' })).toBe('b');
  });
});

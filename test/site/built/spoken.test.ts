import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { text } from '../../../src/site/i18n/text.ts';
import { attribute, hasClass, readPage, type Element } from '../../browser/built-page.ts';
import { readDownloads, type TextRow } from '../../browser/downloads.ts';
import { shownFigure } from '../../browser/shown-number.ts';
import { filesBelow, kindOf } from '../../browser/site-files.ts';

const site = inject('site');
const languages = ['zh', 'en'];
const figures = new Map(
  ((await readDownloads(site)).get('figures') ?? []).map((row): [string, TextRow] => [
    `${row.subject_kind}:${row.subject_id}|${row.period}|${row.measure}${row.question_id ? `|${row.question_id}` : ''}`,
    row,
  ]),
);
// A page of one finding shows no rate.
const files = (await filesBelow(site)).filter(
  (file) => file.endsWith('.html') && kindOf(file, languages) !== 'findings/*',
);

/** What a screen reader says of an element: without what is drawn for the eye, with what is only heard. */
function heard(element: Element): string {
  if (attribute(element, 'aria-hidden') === 'true' || element.tagName === 'svg') return '';
  const pieces = element.childNodes.map((node) =>
    'value' in node ? node.value : 'tagName' in node ? heard(node) : '',
  );
  return pieces.join('').replace(/\s+/g, ' ');
}

function around(element: Element, fits: (element: Element) => boolean): Element | undefined {
  for (let one: Element['parentNode'] = element; one && 'tagName' in one; one = one.parentNode)
    if (fits(one)) return one;
  return undefined;
}

/** What must be heard of a rate in a table or a sentence, the words for it taken from the row of its table. */
function expected(row: TextRow, place: Element, language: string): string {
  const { share, listSeparator } = text(language);
  const part = (name: string) => shownFigure(row, name) ?? '';
  const range = `${part('low')}${share.to}${part('high')}`;
  const of = share.of.replace('{count}', part('count')).replace('{base}', part('base'));
  return hasClass(place, 'share')
    ? `${part('value')}${of}${listSeparator}${share.interval.replace('{range}', range)}`
    : range;
}

describe('a rate with a range', () => {
  test('is heard as “78% (206 of 264), likely range 73 to 83%”, as its row has it, on every kind of page that shows one', async () => {
    const wrong: string[] = [];
    const kinds = new Set<string>();
    for (const file of files) {
      const language = file.startsWith('en/') ? 'en' : 'zh';
      const source = await readFile(join(site, file), 'utf8');
      if (!source.includes('data-part="low"')) continue;
      for (const element of (await readPage(site, file)).elements) {
        const key = attribute(element, 'data-figure');
        if (key === null || attribute(element, 'data-part') !== 'low') continue;
        const row = figures.get(key);
        const place = around(element, (one) => hasClass(one, 'share') || ['td', 'p'].includes(one.tagName));
        const said = place === undefined ? '' : heard(place).trim();
        if (!row || !place || !said.includes(expected(row, place, language).trim()))
          wrong.push(`${file} ${key}: “${said.slice(0, 90)}”`);
        kinds.add(`${language} ${kindOf(file, languages)}`);
      }
    }
    expect(wrong.slice(0, 10)).toEqual([]);
    expect([...kinds].sort()).toEqual(
      languages
        .flatMap((language) =>
          ['departments', 'departments/*', 'categories/*', 'halls/*', 'services/*', 'survey', 'survey/*'].map(
            (kind) => `${language} ${kind}`,
          ),
        )
        .sort(),
    );
  });
});

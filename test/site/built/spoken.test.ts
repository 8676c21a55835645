import { describe, expect, inject, test } from 'vitest';
import { measures } from '../../../src/model/measure.ts';
import { text } from '../../../src/site/i18n/text.ts';
import { attribute, hasClass, readPage, type Element } from '../../browser/built-page.ts';
import { readDownloads, type TextRow } from '../../browser/downloads.ts';
import { shownCell, shownFigure } from '../../browser/shown-number.ts';
import { filesBelow, kindOf } from '../../browser/site-files.ts';

const site = inject('site');
const languages = ['zh', 'en'];
const figures = new Map(
  ((await readDownloads(site)).get('figures') ?? []).map((row): [string, TextRow] => [
    `${row.subject_kind}:${row.subject_id}|${row.period}|${row.measure}${row.question_id ? `|${row.question_id}` : ''}`,
    row,
  ]),
);
// Neither a page of one finding nor a list of them shows a rate.
const files = (await filesBelow(site)).filter(
  (file) => file.endsWith('.html') && !/^(en\/)?findings\/./.test(file),
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

/** A heading is a summary: the rate stands once more below it, in full. */
const isHeading = ({ tagName }: Element) => /^h[1-6]$/.test(tagName);
const isPlace = (one: Element) => hasClass(one, 'share') || ['td', 'p', 'li', 'dd'].includes(one.tagName);

/** What must be heard of a rate where it stands: the rate, what it is of what, and its range, in one of the ways to say each. */
function unheard(said: string, row: TextRow, part: (name: string) => string, language: string): string[] {
  const { share } = text(language);
  const [count, base] = [part('count'), part('base')];
  const ways = [share.of, share.heardOf].map((words) =>
    words.replace('{count}', count).replace('{base}', base).trim(),
  );
  const of = [...ways, `${count}${share.outOf}${base}`];
  return [
    ...(said.includes(part('value')) ? [] : [part('value')]),
    ...(count === '' || of.some((way) => said.includes(way)) ? [] : [`${count} of ${base}`]),
    ...(said.includes(`${part('low')}${share.to}${part('high')}`) ? [] : [`the range ${row.low}`]),
  ];
}

const rates = new Set(measures.filter(({ kind }) => kind === 'rate').map(({ measure }) => measure));
const answers = new Map(
  ((await readDownloads(site)).get('answers') ?? []).map((row) => [
    [row.question_id, row.subject_kind, row.subject_id, row.period, row.answer_id].join('|'),
    row,
  ]),
);

/** The row and the shown parts of the rate that an element shows, if it shows one. */
function rateIn(element: Element): { row: TextRow; part: (name: string) => string } | undefined {
  const key = attribute(element, 'data-figure');
  const figure = key === null ? undefined : figures.get(key);
  const part = attribute(element, 'data-part') ?? 'value';
  // The line and the limits that a rate is held against are no rates of their own.
  if (figure && rates.has(figure.measure ?? '') && ['value', 'count', 'base', 'low', 'high'].includes(part)) {
    return { row: figure, part: (name) => shownFigure(figure, name) ?? '' };
  }
  const answer = answers.get(/^answers:(.*):share$/s.exec(attribute(element, 'data-cell') ?? '')?.[1] ?? '');
  if (answer === undefined) return undefined;
  return {
    row: answer,
    part: (name) => shownCell('answers', answer, name === 'value' ? 'share' : name) ?? '',
  };
}

/** What is wrong with how the rates of a page are heard; `seen` counts those that were looked at. */
async function faultsOf(file: string, seen: { rates: number }): Promise<string[]> {
  const language = file.startsWith('en/') ? 'en' : 'zh';
  const wrong: string[] = [];
  for (const element of (await readPage(site, file)).elements) {
    const rate = rateIn(element);
    if (rate === undefined || rate.row.status !== 'shown' || rate.row.low === '') continue;
    if (around(element, isHeading)) continue;
    seen.rates += 1;
    const place = around(element, isPlace);
    const said = place === undefined ? '' : heard(place).trim();
    const missing = unheard(said, rate.row, rate.part, language);
    const name = attribute(element, 'data-figure') ?? attribute(element, 'data-cell');
    if (missing.length > 0) wrong.push(`${file} ${name}: “${said.slice(0, 90)}” lacks ${missing.join(', ')}`);
  }
  return wrong;
}

describe('a rate with a range', () => {
  test('is heard in full, as “78%, 206 of 264, likely range 73 to 83%”, wherever it stands on any page', async () => {
    const kinds = new Map<string, { rates: number }>();
    const wrong: string[] = [];
    for (const file of files) {
      const kind = `${file.startsWith('en/') ? 'en' : 'zh'} ${kindOf(file, languages)}`;
      const seen = kinds.get(kind) ?? { rates: 0 };
      kinds.set(kind, seen);
      wrong.push(...(await faultsOf(file, seen)));
    }
    expect(wrong.slice(0, 10)).toEqual([]);
    for (const kind of [
      'departments',
      'departments/*',
      'categories/*',
      'halls/*',
      'services/*',
      'survey',
      'survey/*',
    ])
      for (const language of languages)
        expect([kind, kinds.get(`${language} ${kind}`)?.rates]).toEqual([
          kind,
          expect.toSatisfy((n) => n > 1),
        ]);
  });
});

import type { FigureRow } from '../figures/figures.ts';
import type { Answer } from '../survey/answers.ts';
import { text } from '../i18n/text.ts';
import { lastToldKey, lastToldOf, type LastTold } from '../survey/last-told.ts';
import { formatFigure, formatPercent } from '../words/format.ts';
import { dayMarkup } from './day-markup.ts';
import { filled } from './filled.ts';
import { xmlText } from './xml.ts';

/** A figure or an answer that is withheld, with its name where several stand in one sentence. */
interface Withheld {
  readonly figure: FigureRow | Answer | undefined;
  readonly name?: string;
}

interface Told {
  readonly row: LastTold;
  readonly name: string;
}

function number(row: LastTold, part: 'value' | 'low' | 'high' | 'base'): string {
  const cell = xmlText(`last_told:${lastToldKey(row)}:${part}`);
  const isShare = row.answer_id !== '' && part === 'value' && row.value !== null;
  const shown = isShare ? formatPercent(row.value, row.base) : formatFigure(row, part);
  return `<data data-cell="${cell}" value="${row[part]}">${shown}</data>`;
}

/** The range of a number. Of an answer its file has it: with the ranges of all answers the sentence could not be read. */
function range(row: LastTold, language: string): string {
  if (row.answer_id !== '' || row.low === null || row.high === null) return '';
  const { share } = text(language);
  const heard = (words: string) => `<span class="vh">${xmlText(words)}</span>`;
  const ends = `${heard(share.range)}${number(row, 'low')}<span aria-hidden="true">–</span>${heard(share.to)}${number(row, 'high')}`;
  return filled(text(language).lastTold.range, { range: `<span class="nu">${ends}</span>` });
}

/** What one release told: each number with its range, and once of how many people; a line breaks only between them. */
function sentence(told: readonly Told[], language: string): string {
  const { lastTold: words, listSeparator } = text(language);
  const [first] = told;
  if (first === undefined) return '';
  // Where a rate stands, its base says how many answered.
  const rates = told.filter(({ row }) => row.base !== null);
  const numbers = (rates.length > 0 ? rates : told).map(({ row, name }) => ({
    name,
    number: number(row, 'value') + range(row, language),
  }));
  const of = rates.slice(0, 1).map(({ row }) => ({
    name: '',
    number: filled(words.base, { base: number(row, 'base') }),
  }));
  const all = [...numbers, ...of].map(({ name, number: one }, place, { length }) => {
    const separator = place < length - 1 ? xmlText(listSeparator.trim()) : '';
    return `${xmlText(name)}<span class="nb">${one}${separator}</span>`;
  });
  const said = filled(words.said, {
    release: `<span class="id">${xmlText(first.row.release)}</span>`,
    date: dayMarkup(first.row.published_on, language),
    numbers: all.join(listSeparator.endsWith(' ') ? ' ' : ''),
  });
  return `<p class="sm old">${said}</p>`;
}

/**
 * What was last told of figures and answers of one unit and question that are withheld now, dated, a sentence a release; nothing where nothing was.
 * It stands beside the mark and takes no part in anything else: no drawing, order or comparison.
 */
export function lastToldMarkup(withheld: readonly Withheld[], language: string): string {
  const told = withheld.flatMap(({ figure, name = '' }): Told[] => {
    const row = lastToldOf(figure);
    return row === undefined ? [] : [{ row, name: name === '' ? '' : `${name} ` }];
  });
  return [...Map.groupBy(told, ({ row }) => row.release).values()]
    .map((some) => sentence(some, language))
    .join('');
}

import { channels, severities } from '../../model/record.ts';
import { codeWords } from '../words/code-words.ts';
import { departmentOf } from '../departments.ts';
import { everything, figureOf, type FigureRow } from '../figures/figures.ts';
import type { ListSubject } from './finding-lists.ts';
import { formatMonth, formatPeriod } from '../words/format.ts';
import { text } from '../i18n/text.ts';
import type { Localized } from '../words/localized.ts';
import { measureWords } from '../figures/measure-words.ts';
import type { Outcome } from './outcome.ts';
import { localized } from '../programme.ts';
import { tables } from '../tables/tables.ts';

const plain = (name: string): Localized => ({ text: name, lang: undefined });

/** What a list is called: the name of its outcome, department, month … */
export function listName({ of, id }: ListSubject, language: string): Localized {
  const { findings, outcome, commendation } = text(language);
  switch (of) {
    case 'all':
      return plain(findings.title);
    case 'commendations':
      return plain(commendation);
    case 'outcome':
      return plain(outcome[id as Outcome].name);
    case 'step':
      return measureWords(id, 'name', language);
    case 'department':
      return localized(departmentOf(id) ?? {}, 'name', language);
    case 'category':
      return localized(tables.categories.find((one) => one.category_id === id) ?? {}, 'name', language);
    case 'cohort':
      return localized(tables.cohorts.find((one) => one.cohort_id === id) ?? {}, 'name', language);
    case 'channel':
      return codeWords(channels, id, language);
    case 'severity':
      return codeWords(severities, id, language);
    case 'period':
      return plain(formatPeriod(id, language));
    case 'month':
      return plain(formatMonth(id, language));
  }
}

/** The number that says how many a list holds; of a month there is none, its rows are counted. */
export function listFigure({ of, id }: ListSubject): FigureRow | undefined {
  switch (of) {
    case 'all':
      return figureOf(everything, 'found');
    case 'commendations':
    case 'outcome':
    case 'step':
      return figureOf(everything, id || of);
    case 'period':
      return figureOf(everything, 'found', id);
    case 'month':
      return undefined;
    default:
      return figureOf({ kind: of, id }, 'found');
  }
}

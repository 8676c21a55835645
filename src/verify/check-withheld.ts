import { published } from '../model/published.ts';
import type { Difference, SiteFiles } from './difference.ts';
import { cell, type PublicTables, type Row } from './read-table.ts';

/** Bytes as they are: a name that is not ASCII looks odd, but the same everywhere, and a large site is read in half the time. */
const asBytes = (text: string) => Buffer.from(text, 'utf8').toString('latin1');

/** How an element names its number. */
const named = /\bdata-(figure|cell)="([^"]*)"(?:[^>]*?\bdata-part="([^"]*)")?/g;

const figureKey = (row: Row) => {
  const key = `${cell(row, 'subject_kind')}:${cell(row, 'subject_id')}|${cell(row, 'period')}|${cell(row, 'measure')}`;
  return cell(row, 'question_id') === '' ? key : `${key}|${cell(row, 'question_id')}`;
};

const answerKey = (row: Row) =>
  `answers:${published.answers.key.map((column) => cell(row, column)).join('|')}`;

/** Of every withheld row, by how an element names it: the columns that are blank. */
function silentColumns({ figures, answers }: Pick<PublicTables, 'figures' | 'answers'>): ReadonlySet<string> {
  const silent = new Set<string>();
  const add = (row: Row, key: string, columns: readonly string[], seam: string) => {
    if (cell(row, 'status') !== 'withheld') return;
    for (const column of columns) if (cell(row, column) === '') silent.add(asBytes(`${key}${seam}${column}`));
  };
  const names = (columns: readonly { readonly name: string }[]) => columns.map(({ name }) => name);
  for (const row of figures) add(row, figureKey(row), names(published.figures.columns), ' ');
  for (const row of answers) add(row, answerKey(row), names(published.answers.columns), ':');
  return silent;
}

/** No element of a page names a number that is withheld: not a word, not a bar, not a mark of a chart. */
export async function checkWithheld(
  files: SiteFiles,
  tables: Pick<PublicTables, 'figures' | 'answers'>,
  pages: readonly string[],
): Promise<Difference[]> {
  const silent = silentColumns(tables);
  if (silent.size === 0) return [];
  const differences: Difference[] = [];
  for (const page of pages) {
    const html = Buffer.from(await files.read(page)).toString('latin1');
    for (const [element, kind, name = '', part = 'value'] of html.matchAll(named)) {
      const key = name.replaceAll('&amp;', '&').replaceAll('&#38;', '&');
      if (silent.has(kind === 'figure' ? `${key} ${part}` : key))
        differences.push({
          check: 'protection',
          where: `${page}, ${Buffer.from(key, 'latin1').toString('utf8')}`,
          expected: 'nothing: it is withheld',
          found: Buffer.from(element, 'latin1').toString('utf8'),
        });
    }
  }
  return differences;
}

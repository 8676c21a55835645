import { published } from '../model/published.ts';
import type { Difference, SiteFiles } from './difference.ts';
import { cell, type PublicTables, type Row } from './read-table.ts';

/** Bytes as they are: a name that is not ASCII looks odd, but the same everywhere, and a large site is read in half the time. */
const asBytes = (text: string) => Buffer.from(text, 'utf8').toString('latin1');

/** How an element names its number, and before or after it which number of the row it is. */
const named =
  /(?:\bdata-part="(?<before>[^"]*)"[^>]*?)?\bdata-(?<kind>figure|cell)="(?<name>[^"]*)"(?:[^>]*?\bdata-part="(?<after>[^"]*)")?/g;

const figureKey = (row: Row) => {
  const key = `${cell(row, 'subject_kind')}:${cell(row, 'subject_id')}|${cell(row, 'period')}|${cell(row, 'measure')}`;
  return cell(row, 'question_id') === '' ? key : `${key}|${cell(row, 'question_id')}`;
};

const answerKey = (row: Row) =>
  `answers:${published.answers.key.map((column) => cell(row, column)).join('|')}`;

/** The columns that are blank in each withheld row, by how an element names the row: not a number of them may be anywhere else. */
export type Silent = Map<string, ReadonlySet<string>>;

/** Adds what some rows withhold. Most withhold the same columns, of which one set serves them all. */
export function addSilent(
  silent: Silent,
  { figures, answers }: Pick<PublicTables, 'figures' | 'answers'>,
): void {
  const sets = new Map<string, ReadonlySet<string>>();
  const add = (rows: readonly Row[], keyOf: (row: Row) => string, columns: readonly string[]) => {
    for (const row of rows) {
      if (cell(row, 'status') !== 'withheld') continue;
      const blank = columns.filter((column) => cell(row, column) === '');
      const name = blank.join();
      const own = sets.get(name) ?? new Set(blank);
      sets.set(name, own);
      silent.set(asBytes(keyOf(row)), own);
    }
  };
  const names = (columns: readonly { readonly name: string }[]) => columns.map(({ name }) => name);
  add(figures, figureKey, names(published.figures.columns));
  add(answers, answerKey, names(published.answers.columns));
}

/** No element of a page names a number that is withheld: not a word, not a bar, not a mark of a chart. */
export async function checkWithheld(
  files: SiteFiles,
  silent: Silent,
  pages: readonly string[],
): Promise<Difference[]> {
  if (silent.size === 0) return [];
  const differences: Difference[] = [];
  for (const page of pages) {
    const html = Buffer.from(await files.read(page)).toString('latin1');
    for (const { 0: element, groups = {} } of html.matchAll(named)) {
      const { kind, name = '', before, after } = groups;
      const part = before ?? after ?? 'value';
      const key = name.replaceAll('&amp;', '&').replaceAll('&#38;', '&');
      // A cell of another table is named with its column.
      const seam = key.lastIndexOf(':');
      const blank = silent.get(kind === 'figure' ? key : key.slice(0, seam));
      if (blank?.has(kind === 'figure' ? part : key.slice(seam + 1)))
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

import type { Problem } from '../../model/problem.ts';
import type { Programme } from '../../model/programme.ts';
import { lookupColumns, type LookupColumn, type LookupFile, type Redaction } from '../../model/settings.ts';
import type { LookupRows } from './lookups.ts';

/** Reads a text that is published: as it may stand, or what is wrong with it. `language` is that of its column. */
export type ReadText = (
  text: string,
  language: string,
) => string | Pick<Problem, 'code' | 'value' | 'detail' | 'settle'>;

/** Makes a reader of the texts of lists and settings, which are published like those of drops and go the same way. */
export type TextReader = (programme: Programme, redactions: readonly Redaction[]) => ReadText;

/** Takes every text as it stands: for work of which nothing is published. */
export const asItStands: TextReader = () => (text) => text;

/** The columns of a list that are published as they stand, with their languages. */
function textColumns(list: LookupFile, cells: Readonly<Record<string, string>>) {
  const columns: readonly LookupColumn[] = lookupColumns[list];
  const prefixes = columns.filter(({ perLanguage }) => perLanguage).map(({ name }) => `${name}_`);
  return Object.keys(cells).flatMap((column) => {
    const prefix = prefixes.find((one) => column.startsWith(one));
    return prefix === undefined ? [] : [{ column, language: column.slice(prefix.length) }];
  });
}

/** The rows of a list with their texts as they may be published, and what is wrong with the others. */
export function readListTexts(list: LookupFile, { rows }: LookupRows, read: ReadText): LookupRows {
  const problems: Problem[] = [];
  const asRead = rows.map(({ row, cells }) => {
    const texts = { ...cells };
    for (const { column, language } of textColumns(list, cells)) {
      const text = read(cells[column] ?? '', language);
      if (typeof text === 'string') texts[column] = text;
      else problems.push({ file: `lookup/${list}.csv`, row, column, ...text });
    }
    return { row, cells: texts };
  });
  return { rows: asRead, problems };
}

import { published } from '../../model/published.ts';
import type { Table } from '../../model/table.ts';
import { wordsIn } from '../../model/words.ts';
import { columnsOf, tableNames } from './read-public.ts';

/** The heading of the dictionary. */
export function dictionaryHeader(languages: readonly string[]): string[] {
  return [
    'table',
    'column',
    'type',
    'key',
    'required',
    'references',
    ...languages.map((language) => `meaning_${language}`),
    'codes',
  ];
}

/** The data dictionary: a row for every column of every table, from its declaration. */
export function dictionaryRows(languages: readonly string[]): string[][] {
  return tableNames.flatMap((name) => {
    const table: Table = published[name];
    return columnsOf(name, languages).map((column) => [
      name,
      column.name,
      column.type,
      table.key.includes(column.name) ? 'yes' : '',
      column.required ? 'yes' : '',
      column.references ?? '',
      ...languages.map((language) => wordsIn(column.meaning, language)),
      (column.codes ?? [])
        .map((code) => `${code.code}: ${languages.map((language) => wordsIn(code, language)).join(' / ')}`)
        .join('; '),
    ]);
  });
}

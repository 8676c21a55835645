import { fileColumns, type Table } from '../../model/table.ts';
import { languagesWithWords, wordsAmong, wordsIn } from '../../model/words.ts';

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

/** The data dictionary of some tables: a row for every column of each, from its declaration. */
export function dictionaryRows(tables: readonly Table[], languages: readonly string[]): string[][] {
  return tables.flatMap((table) =>
    fileColumns(table, languages).map((column) => [
      table.name,
      column.name,
      column.type,
      table.key.includes(column.name) ? 'yes' : '',
      column.required ? 'yes' : '',
      column.references ?? '',
      ...languages.map((language) => wordsAmong(column.meaning, language, languages)),
      (column.codes ?? [])
        .map(
          (code) =>
            `${code.code}: ${languagesWithWords(languages)
              .map((language) => wordsIn(code, language))
              .join(' / ')}`,
        )
        .join('; '),
    ]),
  );
}

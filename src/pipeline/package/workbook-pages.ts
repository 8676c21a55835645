import type { TableName } from '../../model/published.ts';
import { languagesWithWords, wordsAmong, wordsIn, type Words } from '../../model/words.ts';
import { dictionaryHeader, dictionaryRows } from './dictionary.ts';
import type { Edition } from './edition.ts';
import { tableNames } from './read-public.ts';
import { textCell, type Look } from './sheet-xml.ts';

/** The pages of a workbook that explain its tables: rows of cells. */
export type Page = readonly (readonly string[])[];

const line = (look: Look, ...texts: readonly string[]) => texts.map((text) => textCell(text, look));

/** Each text once for every language of the tables. */
function inEach(words: Words, { languages }: Edition): string[] {
  return languages.map((language) => wordsAmong(words, language, languages));
}

/** The first page: what this is, from whom, up to when, how to cite it, and what is on which sheet. */
export function coverPage(edition: Edition, rows: ReadonlyMap<TableName, number>): Page {
  const { facts, languages, published, citation } = edition;
  const fact = (name: string) => facts.get(name) ?? '';
  const each = (name: string) => languages.map((language) => fact(`${name}_${language}`));
  const demonstration: Words = {
    zh: '演示数据：城市、人物、数字和问题均为虚构。',
    en: 'Demonstration data: the city, its people, numbers and problems are invented.',
  };
  return [
    ...each('name').map((name) => line('title', name)),
    ...(fact('demonstration') === 'true'
      ? inEach(demonstration, edition).map((text) => line('plain', text))
      : []),
    [],
    line('plain', '发布 / Publisher', ...each('publisher')),
    line('plain', '数据截至 / Data to', fact('cutoff')),
    line('plain', '下次更新 / Next update', fact('next_update') || '–'),
    line('plain', '版本 / Version', edition.version),
    line('plain', '许可 / Licence', ...each('licence_name'), fact('licence_url')),
    line('plain', '联系 / Contact', fact('contact')),
    line('plain', '更正 / Corrections', fact('corrections')),
    ...languages.map((language) => line('plain', '引用 / Cite as', citation(language))),
    [],
    line('head', '表 / Sheet', '行数 / Rows', ...languages.map(() => '一行是什么 / What a row is')),
    ...tableNames.map((name) => [
      ...line('plain', name),
      `<c><v>${rows.get(name) ?? 0}</v></c>`,
      ...line('plain', ...inEach(published[name].row, edition)),
    ]),
  ];
}

/** What a reader must know before adding up. */
export function notesPage(edition: Edition): Page {
  return languagesWithWords(edition.languages).flatMap((language) => [
    ...edition.notes.map(({ ask, answer }) =>
      line('wrapped', wordsIn(ask, language), wordsIn(answer, language)),
    ),
    [],
  ]);
}

/** Every column of every table. */
export function dictionaryPage({ languages, published }: Edition): Page {
  return [
    line('head', ...dictionaryHeader(languages)),
    ...dictionaryRows(Object.values(published), languages).map((row) => line('plain', ...row)),
  ];
}

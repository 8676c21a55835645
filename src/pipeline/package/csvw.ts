import { published } from '../../model/published.ts';
import { fileColumns, type ColumnType, type FileColumn } from '../../model/table.ts';
import { languagesWithWords, wordsIn, type Words } from '../../model/words.ts';
import { jsonText, type DescribedTable } from './described-file.ts';
import type { Edition } from './edition.ts';

/* Metadata of CSV on the Web: https://www.w3.org/TR/tabular-metadata/ */

const context = 'http://www.w3.org/ns/csvw';

const datatypes: Readonly<Record<ColumnType, object | string>> = {
  id: 'string',
  text: 'string',
  code: 'string',
  date: { base: 'date', format: 'yyyy-MM-dd' },
  time: { base: 'time', format: 'HH:mm:ss' },
  integer: 'integer',
  number: 'double',
  boolean: { base: 'boolean', format: 'true|false' },
};

const inEach = (words: Words, languages: readonly string[]) =>
  Object.fromEntries(languagesWithWords(languages).map((language) => [language, wordsIn(words, language)]));

function column({ name, type, meaning, required }: FileColumn, languages: readonly string[]) {
  return {
    name,
    titles: [name],
    'dc:description': inEach(meaning, languages),
    datatype: datatypes[type],
    null: '',
    ...(required ? { required: true } : {}),
  };
}

function references(columns: readonly FileColumn[]) {
  const keys = columns.flatMap(({ name, references: target }) =>
    target === undefined
      ? []
      : [
          {
            columnReference: name,
            reference: {
              resource: `${target}.csv`,
              columnReference: published[target as keyof typeof published].key[0],
            },
          },
        ],
  );
  return keys.length === 0 ? {} : { foreignKeys: keys };
}

function describe(
  { table: name }: DescribedTable,
  { facts, languages, published: declared }: Edition,
  links: 'alone' | 'linked',
) {
  const table = declared[name];
  const columns = fileColumns(table, languages);
  const whole = table.key.every((key) => columns.find((one) => one.name === key)?.required);
  return {
    url: `${name}.csv`,
    'dc:description': inEach(table.row, languages),
    'dc:license': { '@id': facts.get('licence_url') ?? '' },
    dialect: { encoding: 'utf-8', header: true, lineTerminators: ['\r\n'] },
    tableSchema: {
      columns: columns.map((one) => column(one, languages)),
      ...(whole ? { primaryKey: [...table.key] } : {}),
      ...(links === 'linked' ? references(columns) : {}),
    },
  };
}

/** The text of `<table>.csv-metadata.json`, which readers look for beside the CSV. */
export function csvwOf(table: DescribedTable, edition: Edition): string {
  return jsonText({
    '@context': [context, { '@language': edition.languages[0] ?? 'zh' }],
    ...describe(table, edition, 'alone'),
  });
}

/** The text of `csv-metadata.json`: all tables and how they refer to one another. */
export function csvwGroup(tables: readonly DescribedTable[], edition: Edition): string {
  return jsonText({
    '@context': [context, { '@language': edition.languages[0] ?? 'zh' }],
    tables: tables.map((table) => describe(table, edition, 'linked')),
  });
}

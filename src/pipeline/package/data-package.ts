import { calledThroughout } from '../../model/called-throughout.ts';
import { published } from '../../model/published.ts';
import { fileColumns, type ColumnType, type FileColumn, type Table } from '../../model/table.ts';
import { languagesWithWords, wordsIn, type Words } from '../../model/words.ts';
import { jsonText, type DescribedTable } from './described-file.ts';
import type { Edition } from './edition.ts';
import type { Facts } from './read-public.ts';

/* `datapackage.json`, Data Package version 2: https://datapackage.org/standard/data-package/ */

const profile = 'https://datapackage.org/profiles/2.0';

const fieldTypes: Readonly<Record<ColumnType, string>> = {
  id: 'string',
  text: 'string',
  code: 'string',
  date: 'date',
  time: 'time',
  integer: 'integer',
  number: 'number',
  boolean: 'boolean',
};

/** A text in all languages of the tables, for fields that hold one text. */
const inAll = (words: Words, languages: readonly string[]) =>
  languagesWithWords(languages)
    .map((language) => wordsIn(words, language))
    .join(' / ');

function field(column: FileColumn, languages: readonly string[]) {
  return {
    name: column.name,
    type: fieldTypes[column.type],
    description: inAll(column.meaning, languages),
    ...(column.type === 'boolean' ? { trueValues: ['true'], falseValues: ['false'] } : {}),
    ...(column.codes === undefined
      ? {}
      : { categories: column.codes.map((code) => ({ value: code.code, label: inAll(code, languages) })) }),
    ...(column.required ? { constraints: { required: true } } : {}),
  };
}

/** A key one of whose parts may be blank tells rows apart, but is no primary key in the sense of the standard. */
function keyOf(table: Table) {
  const whole = table.key.every((name) => table.columns.find((column) => column.name === name)?.required);
  return whole ? { primaryKey: table.key } : { uniqueKeys: [table.key] };
}

function foreignKeys(table: Table, columns: readonly FileColumn[]) {
  const keys = columns.flatMap(({ name, references }) => {
    if (references === undefined) return [];
    const target: Table = published[references as keyof typeof published];
    const elsewhere = references === table.name ? {} : { resource: references };
    return [{ fields: [name], reference: { ...elsewhere, fields: [target.key[0]] } }];
  });
  return keys.length === 0 ? {} : { foreignKeys: keys };
}

function resource(
  { table: name, bytes, sha256 }: DescribedTable,
  { languages, published: declared }: Edition,
) {
  const table = declared[name];
  const columns = fileColumns(table, languages);
  return {
    name,
    type: 'table',
    path: `${name}.csv`,
    description: inAll(table.row, languages),
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes,
    hash: `sha256:${sha256}`,
    dialect: { $schema: `${profile}/tabledialect.json`, lineTerminator: '\r\n' },
    schema: {
      $schema: `${profile}/tableschema.json`,
      fields: columns.map((column) => field(column, languages)),
      missingValues: [
        {
          value: '',
          label: inAll({ zh: '没有；原因见 status 列', en: 'none; the column status says why' }, languages),
        },
      ],
      ...keyOf(table),
      ...foreignKeys(table, columns),
    },
  };
}

const joined = (facts: Facts, name: string, languages: readonly string[]) =>
  [...new Set(languages.map((language) => facts.get(`${name}_${language}`) ?? ''))]
    .filter((text) => text !== '')
    .join(' / ');

/** Where everything comes from. */
const source: Words = {
  zh: '体验官的记录、部门的回复和问卷',
  en: 'Records of the officers, replies of departments and surveys',
};

/** The text of `datapackage.json`: what is in the package, from whom, and every column of every table. */
export function dataPackage(edition: Edition, tables: readonly DescribedTable[]): string {
  const { facts, languages, version, officers, notes } = edition;
  const fact = (name: string) => facts.get(name) ?? '';
  const site = fact('site').replace(/\/$/, '');
  const publisher = joined(facts, 'publisher', languages);
  return jsonText({
    $schema: `${profile}/datapackage.json`,
    name: 'experience-officer-findings',
    title: joined(facts, 'name', languages),
    description: notes
      .flatMap(({ ask, answer }) =>
        languagesWithWords(languages).map(
          (language) => `${wordsIn(ask, language)}: ${wordsIn(answer, language)}`,
        ),
      )
      .join('\n\n'),
    ...(site === '' ? {} : { homepage: `${site}/data/` }),
    version,
    licenses: [{ path: fact('licence_url'), title: joined(facts, 'licence_name', languages) }],
    contributors: [{ title: publisher, email: fact('contact'), roles: ['publisher'] }],
    sources: [
      {
        title: inAll(calledThroughout(source, officers), languages),
      },
    ],
    resources: tables.map((table) => resource(table, edition)),
  });
}

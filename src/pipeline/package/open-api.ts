import { called } from '../../model/called.ts';
import { published, type TableName } from '../../model/published.ts';
import type { ColumnType, FileColumn, Table } from '../../model/table.ts';
import { languagesWithWords, wordsIn, type Words } from '../../model/words.ts';
import { jsonText } from './described-file.ts';
import type { Edition } from './edition.ts';
import { owners, type Owner } from './owners.ts';
import { columnsOf, tableNames } from './read-public.ts';

/* `openapi.json`, OpenAPI 3.1: https://spec.openapis.org/oas/v3.1.0. The JSON files as an interface for programs. */

const jsonTypes: Readonly<Record<ColumnType, object>> = {
  id: { type: 'string' },
  text: { type: 'string' },
  code: { type: 'string' },
  date: { type: 'string', format: 'date' },
  time: { type: 'string' },
  integer: { type: 'integer' },
  number: { type: 'number' },
  boolean: { type: 'boolean' },
};

/** What a program may rely on. */
const promise: Words = {
  zh: '只读，都是静态文件，不用密钥。同一主版本（MAJOR）内，字段不会消失，也不改名、不改意思；可能增加字段和行。编号永不改变。空值是 null，原因见 status 字段。本站的 _headers 和 nginx-headers.conf 让这些地址带上 Access-Control-Allow-Origin: *，别的网站的程序也可以读取；主机没有用这两个文件时，浏览器里的程序只能在本站读取。',
  en: 'Read only; static files without keys. Within one MAJOR version no field vanishes, changes its name or its meaning; fields and rows may be added. Ids never change. A missing value is null, and the status field says why. _headers and nginx-headers.conf of this site send Access-Control-Allow-Origin: * with these addresses, so that programs on other sites may read them; where a host uses neither, a program in a browser can read them from this site alone.',
};

const record: Words = {
  zh: '一件问题或一次表扬的全部公开内容；没有值的字段不写',
  en: 'All that is public about one finding; fields without a value are left out',
};

type Say = (words: Words) => string;

function propertyOf(column: FileColumn, say: Say): object {
  const type = jsonTypes[column.type] as { readonly type: string };
  const codes = column.codes?.map((code) => `${code.code}: ${say(code)}`).join('; ');
  return {
    ...type,
    ...(column.required ? {} : { type: [type.type, 'null'] }),
    ...(column.codes === undefined
      ? {}
      : { enum: [...column.codes.map(({ code }) => code), ...(column.required ? [] : [null])] }),
    description: codes === undefined ? say(column.meaning) : `${say(column.meaning)} (${codes})`,
  };
}

/** A row of a table: every field is there, those without a value as null. */
function rowSchema(table: TableName, languages: readonly string[], say: Say): object {
  const columns = columnsOf(table, languages);
  return {
    type: 'object',
    description: say(published[table].row),
    required: columns.map(({ name }) => name),
    properties: Object.fromEntries(columns.map((column) => [column.name, propertyOf(column, say)])),
  };
}

const answer = (description: string, schema: object) => ({
  '200': { description, content: { 'application/json': { schema } } },
});

const rowsOf = (table: TableName) => ({ type: 'array', items: { $ref: `#/components/schemas/${table}` } });

function wholePath(table: TableName, say: Say): [string, object] {
  const description = say((published[table] as Table).row);
  return [
    `/data/latest/${table}.json`,
    { get: { operationId: table, summary: description, responses: answer(description, rowsOf(table)) } },
  ];
}

function ownPaths({ kind, folder, id, columns }: Owner, say: Say): [string, object][] {
  return (Object.keys(columns) as TableName[]).map((table) => {
    const description = say((published[table] as Table).row);
    const parameter = { name: id, in: 'path', required: true, schema: { type: 'string' } };
    const responses = answer(description, rowsOf(table));
    return [
      `/data/${folder}/{${id}}/${table}.json`,
      {
        get: { operationId: `${table}_of_${kind}`, summary: description, parameters: [parameter], responses },
      },
    ];
  });
}

function recordPath(say: Say): [string, object] {
  const parameter = { name: 'finding_id', in: 'path', required: true, schema: { type: 'string' } };
  const description = say(record);
  const schema = { $ref: '#/components/schemas/finding_record' };
  return [
    '/findings/{finding_id}/finding.json',
    {
      get: {
        operationId: 'finding',
        summary: description,
        parameters: [parameter],
        responses: answer(description, schema),
      },
    },
  ];
}

/** Whatever columns of a table have a value. */
const told = { type: 'object' };
const texts = { type: 'array', items: { type: 'string' } };

const recordSchema = (say: Say) => ({
  type: 'object',
  description: say(record),
  required: ['finding', 'events', 'corrections', 'recurrences', 'duplicates', 'pages', 'citation', 'tables'],
  properties: {
    finding: told,
    events: { type: 'array', items: told },
    corrections: { type: 'array', items: told },
    recurrences: texts,
    duplicates: texts,
    pages: { type: 'object', additionalProperties: { type: 'string' } },
    citation: told,
    tables: texts,
  },
});

/** The text of `openapi.json`: every JSON file, what a row of it holds, and what a program may rely on. */
export function openApi({ facts, languages, officers, version }: Edition): string {
  const say: Say = (words) =>
    languagesWithWords(languages)
      .map((language) => called(wordsIn(words, language), officers))
      .join(' / ');
  const fact = (name: string) => facts.get(name) ?? '';
  const names = [...new Set(languages.map((language) => fact(`name_${language}`)))].filter(Boolean);
  return jsonText({
    openapi: '3.1.0',
    info: {
      title: names.join(' / '),
      version,
      description: say(promise),
      license: { name: fact(`licence_name_${languages.at(-1) ?? ''}`), url: fact('licence_url') },
      ...(fact('contact') === '' ? {} : { contact: { email: fact('contact') } }),
    },
    servers: [{ url: fact('site').replace(/\/$/, '') || '/' }],
    paths: Object.fromEntries([
      ...tableNames.map((table) => wholePath(table, say)),
      ...owners.flatMap((owner) => ownPaths(owner, say)),
      recordPath(say),
    ]),
    components: {
      schemas: {
        ...Object.fromEntries(tableNames.map((table) => [table, rowSchema(table, languages, say)])),
        finding_record: recordSchema(say),
      },
    },
  });
}

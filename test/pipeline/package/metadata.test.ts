import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv, type AnySchema } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { published, type TableName } from '../../../src/model/published.ts';
import { packageTables } from '../../../src/pipeline/package/package.ts';
import { runFolder, writeProgramme } from '../small-programme.ts';

/* What describes the tables is held against the schema of its standard, and the tables against what is said of them. */

const schemas = resolve(import.meta.dirname, '..', '..', 'schemas');
const names = Object.keys(published) as TableName[];
const text = new TextDecoder('utf-8', { fatal: true });

let folder: string;
const latest = (file: string) => join(folder, 'tables', 'latest', file);
const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

function valid(schema: string, value: unknown): unknown {
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
  formats.default(ajv);
  const check = ajv.compile(JSON.parse(readFileSync(join(schemas, schema), 'utf8')) as AnySchema);
  return check(value) ? [] : check.errors;
}

beforeAll(async () => {
  folder = await writeProgramme({
    'drops/1.csv':
      'finding_id,kind,found_on,title_zh,department,hall,severity\nF-01,problem,2025-04-21,窗口没有人,police,centre,minor\nF-02,problem,2025-04-22,"等了，很久",tax,,ordinary\n',
    'drops/2.csv': 'finding_id,event,on\nF-01,claimed,2025-05-02\nF-01,confirmed,2025-05-09\n',
  });
  expect((await runFolder(folder)).outcome.published).toBe(true);
  await packageTables(join(folder, 'tables'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Field {
  readonly name: string;
  readonly type: string;
}

interface Resource {
  readonly name: TableName;
  readonly path: string;
  readonly bytes: number;
  readonly hash: string;
  readonly schema: {
    readonly fields: readonly Field[];
    readonly primaryKey?: readonly string[];
    readonly uniqueKeys?: readonly (readonly string[])[];
    readonly foreignKeys?: readonly {
      fields: string[];
      reference: { resource?: string; fields: string[] };
    }[];
  };
}

async function described(): Promise<readonly Resource[]> {
  const { resources } = JSON.parse(await readFile(latest('datapackage.json'), 'utf8')) as {
    resources: Resource[];
  };
  return resources;
}

describe('datapackage.json', () => {
  it('is valid by the schema of Data Package 2.0', async () => {
    expect(
      valid('datapackage-2.0.json', JSON.parse(await readFile(latest('datapackage.json'), 'utf8'))),
    ).toEqual([]);
  });

  it('is refused by that schema when a type is not one of the standard', async () => {
    const broken = (await readFile(latest('datapackage.json'), 'utf8')).replace(
      '"type": "date"',
      '"type": "day"',
    );
    expect(valid('datapackage-2.0.json', JSON.parse(broken))).not.toEqual([]);
  });

  it('describes every table as it lies beside it: bytes, hash, columns', async () => {
    const resources = await described();
    expect(resources.map(({ name }) => name)).toEqual(names);
    for (const { path, bytes, hash, schema } of resources) {
      const content = await readFile(latest(path));
      expect(bytes).toBe(content.length);
      expect(hash).toBe(`sha256:${sha(content)}`);
      const header = text.decode(content).split('\r\n')[0]?.split(',');
      expect(header).toEqual(schema.fields.map(({ name }) => name));
    }
  });

  it('says of every row what is true, for a reader that knows nothing else', async () => {
    const types: Readonly<Record<string, string>> = {
      string: 'VARCHAR',
      date: 'DATE',
      time: 'TIME',
      integer: 'BIGINT',
      number: 'DOUBLE',
      boolean: 'BOOLEAN',
    };
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    const count = async (sql: string) => Number((await connection.runAndReadAll(sql)).getRows()[0]?.[0]);
    const resources = await described();
    for (const { name, path, schema } of resources) {
      const columns = schema.fields.map((field) => `'${field.name}': '${types[field.type]}'`).join(', ');
      await connection.run(
        `CREATE TABLE "${name}" AS SELECT * FROM read_csv('${latest(path)}', header = true, auto_detect = false, columns = {${columns}}, delim = ',', quote = '"', escape = '"', nullstr = '')`,
      );
    }
    for (const { name, schema } of resources) {
      const key = (schema.primaryKey ?? schema.uniqueKeys?.[0] ?? [])
        .map((column) => `"${column}"`)
        .join(', ');
      expect(await count(`SELECT COUNT(*) FROM "${name}"`), name).toBe(
        await count(`SELECT COUNT(*) FROM (SELECT DISTINCT ${key} FROM "${name}")`),
      );
      for (const { fields, reference } of schema.foreignKeys ?? [])
        expect(
          await count(
            `SELECT COUNT(*) FROM "${name}" WHERE "${fields[0]}" IS NOT NULL AND "${fields[0]}" NOT IN (SELECT "${reference.fields[0]}" FROM "${reference.resource ?? name}")`,
          ),
          `${name}.${fields[0]}`,
        ).toBe(0);
    }
    connection.closeSync();
  });
});

/** The property names that the Recommendation gives to the parts we write: https://www.w3.org/TR/tabular-metadata/ */
const csvwNames = {
  table: [
    '@context',
    'url',
    'dialect',
    'tableSchema',
    'notes',
    'tableDirection',
    'suppressOutput',
    '@id',
    '@type',
  ],
  schema: ['columns', 'foreignKeys', 'primaryKey', 'rowTitles', '@id', '@type'],
  column: [
    'name',
    'titles',
    'datatype',
    'null',
    'required',
    'default',
    'lang',
    'ordered',
    'separator',
    'aboutUrl',
    'propertyUrl',
    'valueUrl',
    'virtual',
  ],
  dialect: ['encoding', 'header', 'lineTerminators', 'delimiter', 'quoteChar', 'doubleQuote', 'trim'],
} as const;

interface Csvw {
  readonly url: string;
  readonly dialect: object;
  readonly tableSchema: {
    readonly columns: readonly { readonly name: string; readonly datatype: unknown }[];
  };
}

/** Names that are neither the standard's nor of a vocabulary with a prefix. */
const strangers = (part: object, known: readonly string[]) =>
  Object.keys(part).filter((name) => !known.includes(name) && !/^dc:[a-z]+$/.test(name));

describe('CSV on the Web', () => {
  it.each(names)(
    '%s.csv-metadata.json names the columns of the file, in the words of the standard',
    async (name) => {
      const metadata = JSON.parse(await readFile(latest(`${name}.csv-metadata.json`), 'utf8')) as Csvw;
      expect(metadata.url).toBe(`${name}.csv`);
      expect(strangers(metadata, csvwNames.table)).toEqual([]);
      expect(strangers(metadata.dialect, csvwNames.dialect)).toEqual([]);
      expect(strangers(metadata.tableSchema, csvwNames.schema)).toEqual([]);
      for (const column of metadata.tableSchema.columns) {
        expect(strangers(column, csvwNames.column)).toEqual([]);
        expect(column.name).toMatch(/^[A-Za-z0-9]\w*$/);
      }
      const header = (await readFile(latest(`${name}.csv`), 'utf8')).split('\r\n')[0]?.split(',');
      expect(metadata.tableSchema.columns.map((column) => column.name)).toEqual(header);
    },
  );

  it('csv-metadata.json holds all tables, and every reference leads to one of them', async () => {
    const { tables } = JSON.parse(await readFile(latest('csv-metadata.json'), 'utf8')) as {
      tables: { url: string; tableSchema: { foreignKeys?: { reference: { resource: string } }[] } }[];
    };
    expect(tables.map(({ url }) => url)).toEqual(names.map((name) => `${name}.csv`));
    const targets = tables.flatMap(({ tableSchema }) =>
      (tableSchema.foreignKeys ?? []).map(({ reference }) => reference.resource),
    );
    expect(targets.length).toBeGreaterThan(10);
    for (const target of targets) expect(tables.map(({ url }) => url)).toContain(target);
  });
});

describe('CITATION.cff', () => {
  it('is valid by the schema of the Citation File Format 1.2.0', async () => {
    const citation: unknown = parse(await readFile(latest('CITATION.cff'), 'utf8'));
    expect(valid('citation-1.2.0.json', citation)).toEqual([]);
  });
});

describe('all.zip', () => {
  it('begins with README and holds every table, the dictionary, method, licence, citation and hashes that are true', async () => {
    const files = unzipSync(await readFile(latest('all.zip')));
    const inside = Object.keys(files);
    expect(inside.slice(0, 2)).toEqual(['README.zh.md', 'README.en.md']);
    for (const file of [
      'codebook.csv',
      'METHOD.zh.md',
      'METHOD.en.md',
      'LICENSE.txt',
      'CITATION.cff',
      'datapackage.json',
      ...names.map((name) => `${name}.csv`),
    ])
      expect(inside).toContain(file);
    const sums = text.decode(files['SHA256SUMS']).trimEnd().split('\n');
    expect(sums.map((line) => line.slice(66))).toEqual(inside.filter((file) => file !== 'SHA256SUMS'));
    for (const line of sums) expect(sha(files[line.slice(66)] ?? new Uint8Array())).toBe(line.slice(0, 64));
    for (const file of inside)
      expect(Buffer.from(files[file] ?? []).equals(await readFile(latest(file)))).toBe(true);
  });

  it('says in README, in both languages, what a reader must know before adding up', async () => {
    const files = unzipSync(await readFile(latest('all.zip')));
    for (const [language, words] of [
      ['zh', ['小市体验官', '空格从来不是零', '一件发现', '没有问到谁', '数据截至 2025-06-30']],
      [
        'en',
        [
          'Small City Officers',
          'A blank is never zero',
          'One finding',
          'Who was not asked',
          'Data to 2025-06-30',
        ],
      ],
    ] as const)
      for (const word of words) expect(text.decode(files[`README.${language}.md`])).toContain(word);
  });
});

describe('openapi.json', () => {
  interface Api {
    readonly paths: Readonly<Record<string, object>>;
    readonly components: { readonly schemas: Readonly<Record<string, object>> };
  }
  const api = () => JSON.parse(readFileSync(latest('openapi.json'), 'utf8')) as Api;

  it('is valid OpenAPI 3.1', async () => {
    const validator = new Validator();
    const { valid: isValid, errors } = await validator.validate(api() as unknown as Record<string, unknown>);
    expect({ isValid, errors, version: validator.version }).toEqual({
      isValid: true,
      errors: undefined,
      version: '3.1',
    });
  });

  it.each(names)('says what stands in %s.json, field by field', (name) => {
    const { schemas } = api().components;
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    formats.default(ajv);
    const check = ajv.compile({ type: 'array', items: schemas[name] });
    const rows = JSON.parse(readFileSync(latest(`${name}.json`), 'utf8')) as Record<string, unknown>[];
    expect(check(rows) ? [] : check.errors).toEqual([]);
    const { properties } = schemas[name] as { readonly properties: object };
    for (const row of rows.slice(0, 1)) expect(Object.keys(row)).toEqual(Object.keys(properties));
  });

  it('names every JSON file of the downloads, and none that is not there', () => {
    const written = readdirSync(join(folder, 'tables'), { recursive: true, encoding: 'utf8' })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => file.endsWith('.json') && !/datapackage|metadata|openapi/.test(file));
    const patterns = Object.keys(api().paths).filter((path) => path.startsWith('/data/'));
    const matches = (path: string, file: string) =>
      new RegExp(`^${path.replaceAll(/\{[^}]*\}/g, '[^/]+')}$`).test(`/data/${file}`);
    expect(written.filter((file) => !patterns.some((path) => matches(path, file)))).toEqual([]);
    expect(
      patterns.filter(
        (path) => !path.includes('/questions/') && !written.some((file) => matches(path, file)),
      ),
    ).toEqual([]);
  });
});

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync, type Zippable } from 'fflate';
import Papa from 'papaparse';
import { wordsIn } from '../../model/words.ts';
import { citationFile } from './citation.ts';
import { csvwGroup, csvwOf } from './csvw.ts';
import { dataPackage } from './data-package.ts';
import type { DescribedTable } from './described-file.ts';
import { dictionaryHeader, dictionaryRows } from './dictionary.ts';
import type { Edition } from './edition.ts';
import { hashOf } from './hash-of.ts';
import { methodFile } from './method-file.ts';
import { openApi } from './open-api.ts';
import { readMe } from './read-me.ts';
import { zipTime } from '../../model/zip-time.ts';
import { published, type TableName } from '../../model/published.ts';

function licenceText({ facts, languages }: Edition): string {
  const lines = languages.map((language) =>
    wordsIn(
      {
        zh: `数据按“${facts.get(`licence_name_${language}`) ?? ''}”许可使用。`,
        en: `The data may be used under “${facts.get(`licence_name_${language}`) ?? ''}”.`,
      },
      language,
    ),
  );
  return `${[...lines, facts.get('licence_url') ?? ''].join('\n')}\n`;
}

/** The files that describe the tables, in the order in which a person wants them, apart from the hashes. */
function descriptions(
  folder: string,
  edition: Edition,
  tables: readonly DescribedTable[],
): readonly (readonly [string, string])[] {
  const { languages } = edition;
  return [
    ...languages.map((language) => [`README.${language}.md`, readMe(edition, tables, language)] as const),
    [
      'codebook.csv',
      `${Papa.unparse([dictionaryHeader(languages), ...dictionaryRows(Object.values(published), languages)])}\r\n`,
    ],
    ...languages.map((language) => [`METHOD.${language}.md`, methodFile(folder, edition, language)] as const),
    ['LICENSE.txt', licenceText(edition)],
    ['CITATION.cff', citationFile(edition)],
    ['datapackage.json', dataPackage(edition, tables)],
    ['openapi.json', openApi(edition)],
    ['csv-metadata.json', csvwGroup(tables, edition)],
    ...tables.map((table) => [`${table.table}.csv-metadata.json`, csvwOf(table, edition)] as const),
  ];
}

/** The name of the archive of all tables and their descriptions. */
export const archiveName = 'all.zip';
const sums = 'SHA256SUMS';

/** One step more takes a quarter longer and saves a fiftieth. */
const effort = 5;

/**
 * Writes everything that describes the tables of a folder, and all of it with the tables in one archive: README first.
 * Gives the names of the files.
 */
export function describeTables(
  folder: string,
  edition: Edition,
  rows: ReadonlyMap<TableName, number>,
): readonly string[] {
  const contents = new Map(
    [...rows.keys()].map((table) => [table, readFileSync(join(folder, `${table}.csv`))]),
  );
  const tables = [...contents].map(([table, bytes]): DescribedTable => ({
    table,
    rows: rows.get(table) ?? 0,
    bytes: bytes.length,
    sha256: hashOf(bytes),
  }));
  const texts = descriptions(folder, edition, tables).map(([name, text]) => [name, strToU8(text)] as const);
  const files: (readonly [string, Uint8Array])[] = [
    ...texts,
    ...[...contents].map(([table, bytes]) => [`${table}.csv`, bytes] as const),
  ];
  const hashes = files.map(([name, bytes]) => `${hashOf(bytes)}  ${name}\n`).join('');
  const described = [...texts, [sums, strToU8(hashes)] as const];
  for (const [name, bytes] of described) writeFileSync(join(folder, name), bytes);
  const entries: Zippable = Object.fromEntries([...files, [sums, strToU8(hashes)] as const]);
  writeFileSync(join(folder, archiveName), zipSync(entries, { mtime: zipTime, level: effort }));
  return [...described.map(([name]) => name), archiveName];
}

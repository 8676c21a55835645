import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { wordsIn } from '../../model/words.ts';
import { piecesOf } from '../files/read-pieces.ts';
import { openArchive } from './archive-file.ts';
import { citationFile } from './citation.ts';
import { csvwGroup, csvwOf } from './csvw.ts';
import { dataPackage } from './data-package.ts';
import type { DescribedTable } from './described-file.ts';
import { dictionaryHeader, dictionaryRows } from './dictionary.ts';
import type { Edition } from './edition.ts';
import { hashOf } from '../files/hash-of.ts';
import { methodFile } from './method-file.ts';
import { openApi } from './open-api.ts';
import { readMe } from './read-me.ts';

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
  const { languages, published } = edition;
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

/**
 * Writes everything that describes the tables of a folder, and all of it with the tables in one archive: README first. The tables are
 * compressed piece by piece. Gives the names of the files.
 */
export function describeTables(
  folder: string,
  edition: Edition,
  tables: readonly DescribedTable[],
): readonly string[] {
  const texts = descriptions(folder, edition, tables);
  const hashes = [
    ...texts.map(([name, text]) => [hashOf(text), name]),
    ...tables.map(({ table, sha256 }) => [sha256, `${table}.csv`]),
  ];
  const sum = [sums, hashes.map(([hash, name]) => `${hash}  ${name}\n`).join('')] as const;
  for (const [name, text] of [...texts, sum]) writeFileSync(join(folder, name), text);
  const archive = openArchive(join(folder, archiveName));
  for (const [name, text] of texts) archive.begin(name)(Buffer.from(text), true);
  for (const { table } of tables) {
    const push = archive.begin(`${table}.csv`);
    for (const piece of piecesOf(join(folder, `${table}.csv`))) push(piece, false);
    push(Buffer.alloc(0), true);
  }
  archive.begin(sums)(Buffer.from(sum[1]), true);
  archive.close();
  return [...texts, sum].map(([name]) => name).concat(archiveName);
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { officersIn, type Officers } from '../model/officers.ts';
import { published, type PublishedRow } from '../model/published.ts';
import { readDeclared } from './tables/read-tables.ts';

let known: Officers | undefined;

function readOfficers(): Officers {
  const folder = process.env['ZHAOCHA_TABLES'] ?? '';
  // An overview of several cities is of no one programme.
  if (folder === '' || !existsSync(join(folder, 'programme.csv'))) return {};
  const facts = readDeclared<PublishedRow<'programme'>>(folder, published.programme, []);
  return officersIn(new Map(facts.map(({ field, value }) => [field, value])));
}

/** What the programme of this site calls those who look. Read when it is first asked for: words are spoken without tables, too. */
export function officers(): Officers {
  known ??= readOfficers();
  return known;
}

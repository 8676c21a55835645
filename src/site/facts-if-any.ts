import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { published, type PublishedRow } from '../model/published.ts';
import { readDeclared } from './tables/read-tables.ts';

let known: ReadonlyMap<string, string> | undefined;

function readFacts(): ReadonlyMap<string, string> {
  const folder = process.env['ZHAOCHA_TABLES'] ?? '';
  // An overview of several cities is of no one programme.
  if (folder === '' || !existsSync(join(folder, 'programme.csv'))) return new Map();
  const facts = readDeclared<PublishedRow<'programme'>>(folder, published.programme, []);
  return new Map(facts.map(({ field, value }) => [field, value]));
}

/** The facts of the programme of this site, where it is of one. Read when they are first asked for: words are spoken without tables, too. */
export function factsIfAny(): ReadonlyMap<string, string> {
  known ??= readFacts();
  return known;
}

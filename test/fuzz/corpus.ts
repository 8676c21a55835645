import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** An input that once broke what must hold, with what it broke. */
export interface Case {
  readonly broke: string;
  readonly input: unknown;
}

/** The cases that are kept of a target, by the names of their files. */
export function keptCases(corpus: string, target: string): readonly (readonly [string, Case])[] {
  const folder = join(corpus, target);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => [name, JSON.parse(readFileSync(join(folder, name), 'utf8')) as Case]);
}

const longestName = 60;

/** What broke, in a few words that do for the name of a file: the same fault gives the same name. */
export function faultName(broke: string): string {
  const words = broke
    .toLowerCase()
    .replaceAll(/src\/[a-z/]*\//g, '')
    .replaceAll(/[^a-z]+/g, '-');
  return words.slice(0, longestName).replaceAll(/^-+|-+$/g, '') || 'nameless';
}

/** Keeps a case in the corpus, beside others of the same fault, and tells where. */
export function keepCase(corpus: string, target: string, found: Case): string {
  const folder = join(corpus, target);
  mkdirSync(folder, { recursive: true });
  const mark = createHash('sha256').update(JSON.stringify(found.input)).digest('hex').slice(0, 6);
  const path = join(folder, `${faultName(found.broke)}-${mark}.json`);
  writeFileSync(path, `${JSON.stringify(found, null, 2)}\n`);
  return path;
}

import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { unpackFont } from './unpack-font.ts';

/* Noto Sans SC comes as a hundred files, each with some of its characters: only those that a text needs are taken. */

const require = createRequire(join(process.cwd(), 'package.json'));
const ranges = new Map(
  Object.entries(require('@fontsource/noto-sans-sc/unicode.json') as Record<string, string>).map(
    ([name, text]) => [name.replace(/[[\]]/g, ''), rangesIn(text)],
  ),
);
const folder = join(process.env['ZHAOCHA_CACHE'] ?? join('node_modules', '.astro'), 'letters');

/** The characters of a file, as its style sheet names them: `U+4e00-4e0f,U+4e11`. */
function rangesIn(text: string): (readonly [number, number])[] {
  return text.split(',').map((range) => {
    const [from = 0, to = from] = range
      .replace(/^\s*U\+/i, '')
      .split('-')
      .map((code) => Number.parseInt(code, 16));
    return [from, to];
  });
}

/** The files that have the characters of a text; that with the Latin letters first, which every text has. */
function filesWith(text: string): string[] {
  const codes = new Set([...text].map((sign) => sign.codePointAt(0) ?? 0));
  const has = (name: string) =>
    ranges.get(name)?.some(([from, to]) => [...codes].some((code) => from <= code && code <= to));
  return ['latin', ...[...ranges.keys()].filter((name) => name !== 'latin' && has(name))];
}

/** One weight for all: where a character is looked for in another file, its weight is not asked for. */
export const letterWeight = 500;

/** Font files with every character of a text. */
export function letterFiles(text: string): string[] {
  mkdirSync(folder, { recursive: true });
  return filesWith(text).map((name) => {
    const file = join(folder, `${name}.ttf`);
    if (!existsSync(file)) {
      const woff = require.resolve(
        `@fontsource/noto-sans-sc/files/noto-sans-sc-${name}-${letterWeight}-normal.woff`,
      );
      // Under another name first: the renderer of another language may look for it at this moment.
      writeFileSync(`${file}.${process.pid}`, unpackFont(readFileSync(woff)));
      renameSync(`${file}.${process.pid}`, file);
    }
    return file;
  });
}

import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { unpackFont } from './unpack-font.ts';

/* Noto Sans SC comes as a hundred files, each with some of its characters: only those that a text needs are taken. */

const require = createRequire(join(process.cwd(), 'package.json'));
const ranges = require('@fontsource/noto-sans-sc/unicode.json') as Record<string, string>;
const files = Object.entries(ranges).map(([name, text]) => ({
  name: name.replace(/[[\]]/g, ''),
  codes: codesIn(text),
}));
const byCode = Map.groupBy(
  files.flatMap(({ name, codes }) => codes.map((code) => ({ name, code }))),
  ({ code }) => code,
);
const folder = join(process.env['ZHAOCHA_CACHE'] ?? join('node_modules', '.astro'), 'letters');

/** The characters of a file, as its style sheet names them: `U+4e00-4e0f,U+4e11`. */
function codesIn(text: string): number[] {
  return text.split(',').flatMap((range) => {
    const [from = 0, to = from] = range
      .replace(/^\s*U\+/i, '')
      .split('-')
      .map((code) => Number.parseInt(code, 16));
    return Array.from({ length: to - from + 1 }, (_, place) => from + place);
  });
}

/** The files that have the characters of a text; that with the Latin letters first, which every text has. */
function filesWith(text: string): string[] {
  const having = [...text].flatMap((sign) => byCode.get(sign.codePointAt(0) ?? 0) ?? []);
  const needed = new Set(having.map(({ name }) => name));
  return ['latin', ...files.map(({ name }) => name).filter((name) => name !== 'latin' && needed.has(name))];
}

/**
 * Whether there is a font with the letters of a text. What has none would be painted as a row of boxes.
 *
 * @example
 * canWrite('376 个经体验官确认已整改'); // => true
 * canWrite('376 مەسىلە'); // => false
 */
export function canWrite(text: string): boolean {
  return [...text].every((sign) => !/\p{L}/u.test(sign) || byCode.has(sign.codePointAt(0) ?? 0));
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

import type { Words } from '../model/words.ts';

/** A name under which a file may be kept, or why it may not be. */
export type SafeName = { readonly name: string } | { readonly refused: Words };

/** Names that mean a device on Windows, whatever follows the first dot. */
const devices = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$/i;

/** What no system on which the office may open the folder takes in a name, and the mark that we set before a sheet's name. */
const untakeable = /[<>:"|?*›]/g;

/** Bytes of the longest name; file systems take 255, and the name may get a number. */
const longestName = 200;

/** Cuts a name that is too long in front of its ending. */
function shortened(name: string): string {
  const ending = /\.[a-z0-9]{1,5}$/i.exec(name)?.[0] ?? '';
  const letters = [...name.slice(0, name.length - ending.length)];
  while (Buffer.byteLength(letters.join('') + ending) > longestName) letters.pop();
  return letters.join('') + ending;
}

/**
 * The name under which a file that a browser sends may lie among the drops. A path is refused: no browser sends one. What
 * some system does not take is replaced; Chinese and any other writing stays.
 *
 * @example
 * safeName('台账 2026-09.xlsx'); // => { name: '台账 2026-09.xlsx' }
 * safeName('a:b?.csv'); // => { name: 'a_b_.csv' }
 * safeName('CON.csv'); // => { name: '_CON.csv' }
 * 'refused' in safeName('../programme.yaml'); // => true
 */
export function safeName(given: string): SafeName {
  const name = given.normalize('NFC').replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, '');
  if (/[/\\]/.test(name) || name === '..' || name === '.')
    return {
      refused: {
        zh: `文件名里不能有路径：${name}`,
        en: `a file name may hold no path: ${name}`,
      },
    };
  // Names that begin with a dot or a tilde are those of programs; the desk would show them and no check would read them.
  const plain = name
    .replaceAll(untakeable, '_')
    .replace(/^[\s.~]+/, '')
    .replace(/[\s.]+$/, '');
  if (plain === '' || /^(?:thumbs\.db|desktop\.ini)$/i.test(plain))
    return { refused: { zh: `不是数据文件：“${name}”`, en: `not a drop: “${name}”` } };
  const [stem = ''] = plain.split('.');
  return { name: shortened(devices.test(stem.trim()) ? `_${plain}` : plain) };
}

/**
 * Whether two names are one on a system that does not tell capitals apart.
 *
 * @example
 * isSameName('A.CSV', 'a.csv'); // => true
 */
export function isSameName(a: string, b: string): boolean {
  return a.normalize('NFC').toLowerCase() === b.normalize('NFC').toLowerCase();
}

/**
 * The name with a number before its ending, the first that none of the others has.
 *
 * @example
 * freeName('a.csv', ['a.csv', 'a-2.csv']); // => 'a-3.csv'
 * freeName('a.csv', []); // => 'a.csv'
 */
export function freeName(name: string, others: readonly string[]): string {
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? name : `${stem}-${number}${ending}`;
    if (!others.some((other) => isSameName(other, candidate))) return candidate;
  }
}

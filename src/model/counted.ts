import { several } from './several.ts';

/**
 * So many of what an English noun calls: one of it is one. `written` is the number as it is to be read.
 *
 * @example
 * counted(1, 'city'); // => '1 city'
 * counted(0, 'row of data'); // => '0 rows of data'
 * counted(1200, 'page', '1,200'); // => '1,200 pages'
 */
export function counted(count: number, noun: string, written = String(count)): string {
  return `${written} ${count === 1 ? noun : several(noun)}`;
}

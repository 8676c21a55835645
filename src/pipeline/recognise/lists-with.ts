import { lookupColumns, type LookupColumn } from '../../model/settings.ts';

const isOf = (name: string, column: LookupColumn) =>
  column.perLanguage ? name.startsWith(`${column.name}_`) : name === column.name;

/**
 * Which lists of `lookup/` a header may be that of: those that have each of its columns, and all that they need among them. It is no
 * data, but names that data are held against, put into the wrong folder.
 *
 * @example
 * listsWith(['day', 'working', 'occasion_zh']); // => ['special_days']
 * listsWith(['id', 'name_zh', 'district_zh']); // => ['halls']
 * listsWith(['finding_id', 'found_on']); // => []
 */
export function listsWith(header: readonly string[]): string[] {
  const names = header.filter((name) => name !== '');
  return Object.entries(lookupColumns).flatMap(([list, columns]: [string, readonly LookupColumn[]]) => {
    const known = names.every((name) => columns.some((column) => isOf(name, column)));
    const whole = columns.every((column) => !column.required || names.some((name) => isOf(name, column)));
    return known && whole ? [list] : [];
  });
}

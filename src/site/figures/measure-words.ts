import type { Localized } from '../words/localized.ts';
import { localized } from '../programme.ts';
import { tables } from '../tables/tables.ts';

const byCode = new Map(tables.measures.map((row) => [row.measure, row]));

/** What the table of measures says of one: its `name`, `definition`, `method`, or when it is `hidden`. */
export function measureWords(
  measure: string,
  column: 'name' | 'definition' | 'method' | 'hidden',
  language: string,
): Localized {
  return localized(byCode.get(measure) ?? {}, column, language);
}

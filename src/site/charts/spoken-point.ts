import type { Point } from './chart-table.ts';

function marksOf(language: string): readonly [comma: string, colon: string] {
  return language.startsWith('zh') ? ['，', '：'] : [', ', ': '];
}

/**
 * What the table says at a point: column header and shown text, for each column that belongs to it.
 *
 * @example
 * const point = { value: 241, low: null, high: null, base: null, shown: '241', count: '', text: '241', heard: [['Confirmed', '241']] as const };
 * heardOf(point, 'en'); // => ['Confirmed: 241']
 */
export function heardOf({ heard }: Point, language: string): string[] {
  const [, colon] = marksOf(language);
  return heard.map(([header, text]) => `${header}${colon}${text}`);
}

/**
 * What is said of a point: row header, then what the table says there.
 *
 * @example
 * const point = { value: 241, low: null, high: null, base: null, shown: '241', count: '', text: '241', heard: [['Confirmed', '241']] as const };
 * spokenPoint('2025 Q3', point, 'en'); // => '2025 Q3, Confirmed: 241'
 */
export function spokenPoint(row: string, point: Point, language: string): string {
  const [comma] = marksOf(language);
  return [row, ...heardOf(point, language)].join(comma);
}

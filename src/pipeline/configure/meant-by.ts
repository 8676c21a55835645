import type { LookupColumn } from '../../model/settings.ts';

const day = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;

const truths: Readonly<Record<string, string>> = { true: 'true', false: 'false', 是: 'true', 否: 'false' };

/**
 * What a cell of a list means that a spreadsheet saved or a person wrote in their own way: Excel makes 2027/1/1 of a day and FALSE of
 * false. What means nothing stays as it is.
 *
 * @example
 * meantBy('2027/1/4', 'date'); // => '2027-01-04'
 * meantBy('FALSE', 'truth'); // => 'false'
 * meantBy('soon', 'date'); // => 'soon'
 */
export function meantBy(cell: string, type: LookupColumn['type']): string {
  if (type === 'truth') return truths[cell.toLowerCase()] ?? cell;
  const [, year, month = '', date = ''] = (type === 'date' ? day.exec(cell) : null) ?? [];
  return year === undefined ? cell : `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
}

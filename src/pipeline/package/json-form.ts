import type { FileColumn } from '../../model/table.ts';
import { typedCell } from './typed-cell.ts';

/** Writes rows as JSON: numbers as numbers, blanks as null. */
export function jsonRow(columns: readonly FileColumn[]): (cells: readonly string[]) => string {
  const keys = columns.map(({ name }) => `${JSON.stringify(name)}:`);
  return (cells) => {
    const members = columns.map(
      ({ type }, place) => `${keys[place]}${JSON.stringify(typedCell(type, cells[place] ?? ''))}`,
    );
    return `{${members.join(',')}}`;
  };
}

/** Rows as a list in JSON, one a line. */
export function jsonList(rows: readonly string[]): string {
  return `[${rows.map((row) => `\n${row}`).join(',')}\n]\n`;
}

import type { FileColumn } from '../../model/table.ts';
import { eachLine } from './read-public.ts';
import { typedCell } from './typed-cell.ts';
import { openOutgoing } from './write-lines.ts';

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

/** Writes a table as JSON: a list of rows, one a line. Gives how many there are. */
export function writeJson(csv: string, json: string, columns: readonly FileColumn[]): number {
  const row = jsonRow(columns);
  const file = openOutgoing(json);
  file.add('[');
  let rows = 0;
  eachLine(csv, (cells) => {
    file.add(`${rows === 0 ? '\n' : ',\n'}${row(cells)}`);
    rows += 1;
  });
  file.add('\n]\n');
  file.close();
  return rows;
}

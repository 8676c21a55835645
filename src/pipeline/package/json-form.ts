import type { FileColumn } from '../../model/table.ts';
import { eachLine } from './read-public.ts';
import { typedCell } from './typed-cell.ts';
import { openOutgoing } from './write-lines.ts';

/** Writes a table as JSON: a list of rows, one a line, numbers as numbers and blanks as null. Gives how many there are. */
export function writeJson(csv: string, json: string, columns: readonly FileColumn[]): number {
  const keys = columns.map(({ name }) => `${JSON.stringify(name)}:`);
  const file = openOutgoing(json);
  file.add('[');
  let between = '\n';
  let rows = 0;
  eachLine(csv, (cells) => {
    const members = columns.map(
      ({ type }, place) => `${keys[place]}${JSON.stringify(typedCell(type, cells[place] ?? ''))}`,
    );
    file.add(`${between}{${members.join(',')}}`);
    between = ',\n';
    rows += 1;
  });
  file.add('\n]\n');
  file.close();
  return rows;
}

import type { ColumnType, FileColumn } from '../../model/table.ts';
import type { Outgoing } from './outgoing-file.ts';
import { typedCell } from './typed-cell.ts';
import type { Weight } from './weight.ts';

/** A text that stands in JSON as it is. Most do, and to look costs less than to have them written anew. */
const isPlain = /^[ !#-[\]-\u{10ffff}]*$/u;

function jsonValue(type: ColumnType, cell: string): string {
  const value = typedCell(type, cell);
  return typeof value === 'string' && isPlain.test(value) ? `"${value}"` : JSON.stringify(value);
}

/** Writes rows as JSON: numbers as numbers, blanks as null. */
export function jsonRow(columns: readonly FileColumn[]): (cells: readonly string[]) => string {
  const members = columns.map(({ name, type }, place) => {
    const key = `${place === 0 ? '{' : ','}${JSON.stringify(name)}:`;
    // Most cells are blank.
    return { type, place, key, blank: `${key}null` };
  });
  return (cells) => {
    let row = '';
    for (const { type, place, key, blank } of members) {
      const cell = cells[place] ?? '';
      row += cell === '' ? blank : key + jsonValue(type, cell);
    }
    return `${row}}`;
  };
}

/** A list of rows in JSON, one a line, that is written row by row. */
export interface JsonList {
  readonly add: (row: string) => void;
  readonly close: () => Weight;
}

/** Begins such a list in a file. */
export function openJsonList(file: Outgoing): JsonList {
  let before = '\n';
  file.add('[');
  return {
    add: (row) => {
      file.add(before);
      file.add(row);
      before = ',\n';
    },
    close: () => {
      file.add('\n]\n');
      return file.close();
    },
  };
}

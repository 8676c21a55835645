import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import type { IndexedFile } from './file-index.ts';

/** A row of a public table, as bytes: its cells, and how it stands in the CSV, line break included, and in JSON. */
export interface PublicRow {
  readonly cells: readonly string[];
  readonly csv: string;
  readonly json: string;
}

/** Takes the rows of a table one after the other, and writes at the end what it has made of them. */
export interface RowTaker {
  readonly take: (row: PublicRow) => void;
  readonly end: () => readonly IndexedFile[];
}

/** Goes through the rows of a CSV file of ours, as bytes: their cells, and the line as it stands there. Gives its header. */
export function eachRow(path: string, take: (cells: readonly string[], line: string) => void): string {
  const bytes = readFileSync(path, 'latin1');
  let header = '';
  let at = 0;
  Papa.parse<string[]>(bytes, {
    delimiter: ',',
    newline: '\r\n',
    skipEmptyLines: true,
    step: ({ data, meta }) => {
      const line = bytes.slice(at, meta.cursor);
      if (at === 0) header = line;
      else take(data, line);
      at = meta.cursor;
    },
  });
  return header;
}

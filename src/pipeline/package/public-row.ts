import Papa from 'papaparse';
import { linesIn } from '../files/lines-in.ts';
import type { WeighedFile } from './file-index.ts';

/** A row of a public table, as bytes: its cells, and how it stands in the CSV, line break included, and in JSON. */
export interface PublicRow {
  readonly cells: readonly string[];
  readonly csv: string;
  readonly json: string;
}

/** Takes the rows of a table one after the other, and says at the end what it has written of them. */
export interface RowTaker {
  readonly take: (row: PublicRow) => void;
  readonly end: () => readonly WeighedFile[];
}

const ending = '\r\n';

const withoutEnding = (line: string) => (line.endsWith(ending) ? line.slice(0, -ending.length) : line);

/** The cells of some lines: those without a quote are cut as they stand, the others taken apart together. */
function cellsOf(lines: readonly string[]): readonly (readonly string[])[] {
  const quoted = Papa.parse<string[]>(lines.filter((line) => line.includes('"')).join(''), {
    delimiter: ',',
    newline: ending,
  }).data.values();
  return lines.map((line) =>
    line.includes('"') ? (quoted.next().value ?? []) : withoutEnding(line).split(','),
  );
}

/** Goes through the rows of a CSV file of ours, as bytes: their cells, and the line as it stands there. Its header is left out. */
export function eachRow(path: string, take: (cells: readonly string[], line: string) => void): void {
  let isHeader = true;
  for (const lines of linesIn(path, 'latin1'))
    cellsOf(lines).forEach((cells, place) => {
      const line = lines[place] ?? '';
      if (!isHeader && line !== ending) take(cells, line);
      isHeader = false;
    });
}

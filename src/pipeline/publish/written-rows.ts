import Papa from 'papaparse';
import { unescapeFormula } from '../../model/formula.ts';
import type { ReleasedRow } from '../../model/release.ts';

/** The rows of a table of ours, from its text with the header. */
export function writtenRows(text: string): ReleasedRow[] {
  return Papa.parse<ReleasedRow>(text, {
    header: true,
    skipEmptyLines: true,
    delimiter: ',',
    newline: '\r\n',
    transform: unescapeFormula,
  }).data;
}

import { columnLabel, distinctLabels } from '../../model/column-label.ts';
import type { SurveyExport } from '../../model/survey-export.ts';
import { vendorOf } from './vendors/vendor-of.ts';

/** Rows of the head taken for the header. */
export interface Heading {
  readonly headerRows: readonly number[];
  readonly firstRow: number;
  /** A name for each column; no two are the same. */
  readonly labels: readonly string[];
  /** The names as they stand, cleaned; some may be repeated. */
  readonly names: readonly string[];
  readonly vendor: SurveyExport | null;
}

type Head = readonly (readonly string[])[];

/** Titles and notes above a survey tool's header: more than this there never are. */
const mostTitleRows = 10;

/** The heading by which a survey tool's export is recognised, with or without titles above it. */
export function vendorHeading(head: Head): Heading | null {
  for (let above = 0; above < Math.min(mostTitleRows, head.length); above += 1) {
    const found = vendorOf(head.slice(above));
    if (found === null) continue;
    const vendor: SurveyExport = {
      ...found,
      headerRows: found.headerRows.map((row) => row + above),
      firstRow: found.firstRow + above,
    };
    const { headerRows, firstRow, labels } = vendor;
    return { headerRows, firstRow, labels, names: labels, vendor };
  }
  return null;
}

/** Cells of a row that stands over others apply until the next one that is filled in. */
function filledForward(row: readonly string[]): string[] {
  let last = '';
  return row.map((cell) => {
    if (cell.trim() !== '') last = cell;
    return last;
  });
}

/** Joins the rows of a header of several rows: `question › option`. */
export function joinedNames(rows: Head): string[] {
  const width = Math.max(...rows.map((row) => row.length));
  const filled = rows.map((row, position) => (position < rows.length - 1 ? filledForward(row) : row));
  return Array.from({ length: width }, (_, column) => {
    const parts = filled.map((row) => columnLabel(row[column] ?? '')).filter((part) => part !== '');
    return parts.filter((part, position) => part !== parts[position - 1]).join(' › ');
  });
}

/** Every row, and every so many rows, that could be a header, from the top. */
export function plainHeadings(head: Head, count: number): Heading[] {
  return head.flatMap((cells, position): Heading[] => {
    if (cells.every((cell) => cell.trim() === '') || position + count > head.length) return [];
    const rows = head.slice(position, position + count);
    const names = count === 1 ? cells.map(columnLabel) : joinedNames(rows);
    return [
      {
        headerRows: rows.map((_, below) => position + 1 + below),
        firstRow: position + 1 + count,
        labels: distinctLabels(names),
        names,
        vendor: null,
      },
    ];
  });
}

import { published } from '../../model/published.ts';
import type { Finding } from './findings.ts';
import { rowsOfTable } from '../tables/read-tables.ts';
import { tables, tablesFolder } from '../tables/tables.ts';

const rows = rowsOfTable(tablesFolder, published.findings);
const places: ReadonlyMap<string, number> = new Map(
  tables.findings.map(({ finding_id }, place) => [finding_id, place]),
);

/** Where a finding stands in the file; beyond its end one that does not. */
const placeOf = ({ finding_id }: Finding) => places.get(finding_id) ?? rows.count;

/** A finding as it stands in `findings.csv`. */
export function lineOf(finding: Finding): Buffer {
  const place = placeOf(finding);
  return rows.slice(place, place + 1);
}

/** How many lines go into a piece of a table. */
const linesInPiece = 500;

/** Some findings as a table: the very lines of `findings.csv`, in its order, made piece by piece as they are written. */
export function findingsCsv(findings: readonly Finding[]): ReadableStream<Uint8Array> {
  const chosen = [...new Set(findings.map(placeOf))].sort((one, other) => one - other);
  let at = 0;
  return new ReadableStream({
    start: (to) => to.enqueue(rows.header),
    pull: (to) => {
      if (at >= chosen.length) return to.close();
      to.enqueue(rows.pick(chosen.slice(at, at + linesInPiece)));
      at += linesInPiece;
    },
  });
}

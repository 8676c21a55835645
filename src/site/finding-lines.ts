import { published } from '../model/published.ts';
import { fileRows, type FileRows } from './file-rows.ts';
import type { Finding } from './findings.ts';
import { readTableFile } from './read-tables.ts';
import { tables, tablesFolder } from './tables.ts';

/** The lines of all findings, and where each stands. */
interface Lines {
  readonly rows: FileRows;
  readonly places: ReadonlyMap<string, number>;
}

let known: WeakRef<Lines> | undefined;

/** Held as long as there is room: few pages ask for them, and they are as much as all that the others hold. */
function allLines(): Lines {
  const before = known?.deref();
  if (before !== undefined) return before;
  const lines = {
    rows: fileRows(readTableFile(tablesFolder, published.findings)),
    places: new Map(tables.findings.map(({ finding_id }, place) => [finding_id, place])),
  };
  known = new WeakRef(lines);
  return lines;
}

/** A finding as it stands in `findings.csv`. */
export function lineOf({ finding_id }: Finding): Buffer {
  const { rows, places } = allLines();
  const place = places.get(finding_id) ?? rows.count;
  return rows.slice(place, place + 1);
}

/** How many lines go into a piece of a table. */
const linesInPiece = 500;

/** Some findings as a table: the very lines of `findings.csv`, in its order, made piece by piece as they are written. */
export function findingsCsv(findings: readonly Finding[]): ReadableStream<Uint8Array> {
  const { rows, places } = allLines();
  const chosen = [...new Set(findings.map(({ finding_id }) => places.get(finding_id) ?? rows.count))].sort(
    (one, other) => one - other,
  );
  let at = 0;
  return new ReadableStream({
    start: (to) => to.enqueue(rows.header),
    pull: (to) => {
      if (at >= chosen.length) return to.close();
      const next = chosen.slice(at, at + linesInPiece);
      to.enqueue(Buffer.concat(next.map((place) => rows.slice(place, place + 1))));
      at += linesInPiece;
    },
  });
}

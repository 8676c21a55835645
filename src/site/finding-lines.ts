import Papa from 'papaparse';
import { escapeFormula } from '../model/formula.ts';
import { published } from '../model/published.ts';
import { fileColumns } from '../model/table.ts';
import type { Finding } from './findings.ts';
import { languages } from './programme.ts';
import { tables } from './tables.ts';

const columns = fileColumns(published.findings, languages).map(({ name }) => name);

const newLine = '\r\n';

/** A row as it stands in `findings.csv`. */
function lineOf(finding: Finding): string {
  const row: Readonly<Record<string, unknown>> = { ...finding };
  const line = Papa.unparse([columns.map((column) => escapeFormula(String(row[column] ?? '')))]);
  // Papa puts a line together bit by bit, and each list would gather its bits anew: as bytes and back it is of one piece.
  return Buffer.from(line + newLine).toString();
}

/** The lines of all findings, and where each stands. */
interface Lines {
  readonly lines: readonly string[];
  readonly places: ReadonlyMap<string, number>;
}

let known: Lines | undefined;

function allLines(): Lines {
  known ??= {
    lines: tables.findings.map(lineOf),
    places: new Map(tables.findings.map(({ finding_id }, place) => [finding_id, place])),
  };
  return known;
}

/** Some findings as a table: the very lines of `findings.csv`, in its order. */
export function findingsCsv(findings: readonly Finding[]): string {
  const { lines, places } = allLines();
  const chosen = [...new Set(findings.map(({ finding_id }) => places.get(finding_id) ?? -1))]
    .sort((one, other) => one - other)
    .flatMap((place) => lines[place] ?? []);
  return [Papa.unparse([columns]) + newLine, ...chosen].join('');
}

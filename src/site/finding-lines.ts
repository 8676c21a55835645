import Papa from 'papaparse';
import { escapeFormula } from '../model/formula.ts';
import { published } from '../model/published.ts';
import { fileColumns } from '../model/table.ts';
import type { Finding } from './findings.ts';
import { languages } from './programme.ts';
import { tables } from './tables.ts';

const columns = fileColumns(published.findings, languages).map(({ name }) => name);

/** A row as it stands in `findings.csv`. */
function lineOf(finding: Finding): string {
  const row: Readonly<Record<string, unknown>> = { ...finding };
  return Papa.unparse([columns.map((column) => escapeFormula(String(row[column] ?? '')))]);
}

let known: ReadonlyMap<string, string> | undefined;

function lines(): ReadonlyMap<string, string> {
  known ??= new Map(tables.findings.map((finding) => [finding.finding_id, lineOf(finding)]));
  return known;
}

/** Some findings as a table: the very lines of `findings.csv`, in its order. */
export function findingsCsv(findings: readonly Finding[]): string {
  const wanted = new Set(findings.map(({ finding_id }) => finding_id));
  const chosen = [...lines()].filter(([id]) => wanted.has(id)).map(([, line]) => line);
  return `${[Papa.unparse([columns]), ...chosen].join('\r\n')}\r\n`;
}

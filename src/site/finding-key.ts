import { published } from '../model/published.ts';
import type { Finding } from './findings.ts';
import { pageKey } from './page-key.ts';
import { tables } from './tables.ts';

/** The tables of which a finding's page shows single rows; the others it may show as a whole. */
const byFinding = ['findings', 'finding_events', 'changes'] as const;

/** The columns of a table that name a finding. */
function columnsOf(name: (typeof byFinding)[number]): string[] {
  const columns: readonly { readonly name: string; readonly references?: string }[] = published[name].columns;
  const references = columns.filter((column) => column.references === 'findings');
  return [...(name === 'findings' ? published.findings.key : []), ...references.map((column) => column.name)];
}

const named = (row: object, columns: readonly string[]): Set<string> =>
  new Set(columns.map((column) => String((row as Record<string, unknown>)[column] ?? '')).filter(Boolean));

function keys(): ReadonlyMap<string, string> {
  const lines = new Map<string, string[]>();
  const own = new Map(tables.findings.map((row) => [row.finding_id, pageKey(JSON.stringify(row))]));
  for (const name of byFinding) {
    const columns = columnsOf(name);
    for (const row of tables[name]) {
      const line = name === 'findings' ? (own.get((row as Finding).finding_id) ?? '') : JSON.stringify(row);
      for (const id of named(row, columns)) {
        const known = lines.get(id);
        if (known) known.push(line);
        else lines.set(id, [line]);
      }
    }
  }
  const columns = columnsOf('findings');
  return new Map(
    tables.findings.map((row) => [
      row.finding_id,
      pageKey(
        [
          ...(lines.get(row.finding_id) ?? []),
          ...[...named(row, columns)].map((id) => own.get(id) ?? ''),
        ].join('\n'),
      ),
    ]),
  );
}

let known: ReadonlyMap<string, string> | undefined;

/**
 * What a finding's own page and file are made of, beside what all pages share: its rows, the rows that name it, and the rows
 * of the findings that it names. Findings with the same key have the same page as before.
 */
export function findingKey({ finding_id }: Finding): string {
  known ??= keys();
  return known.get(finding_id) ?? '';
}

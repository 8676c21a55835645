import { published } from '../../model/published.ts';
import { eventLinesOf } from './finding-events.ts';
import type { Finding } from './findings.ts';
import { pageKey } from '../tables/page-key.ts';
import { rowKey } from '../tables/row-key.ts';
import { tables } from '../tables/tables.ts';

/** The columns of a table that name another finding than that of their row. */
function columnsOf(name: 'findings' | 'changes'): readonly string[] {
  const columns: readonly { readonly name: string; readonly references?: string }[] = published[name].columns;
  return columns.filter(({ references }) => references === 'findings').map((column) => column.name);
}

const named = (row: object, columns: readonly string[]): ReadonlySet<string> =>
  new Set(columns.map((column) => String((row as Record<string, unknown>)[column] ?? '')).filter(Boolean));

function keys(): ReadonlyMap<string, string> {
  const naming = new Map<string, string[]>();
  const note = (ids: Iterable<string>, line: string) => {
    for (const id of ids) {
      const known = naming.get(id);
      if (known) known.push(line);
      else naming.set(id, [line]);
    }
  };
  const others = columnsOf('findings');
  for (const row of tables.findings) note(named(row, others), rowKey(row));
  const corrected = columnsOf('changes');
  for (const row of tables.changes) note(named(row, corrected), JSON.stringify(row));
  return new Map(
    tables.findings.map((row) => [
      row.finding_id,
      pageKey(
        rowKey(row),
        eventLinesOf(row.finding_id),
        ...(naming.get(row.finding_id) ?? []),
        ...[...named(row, others)].map((finding_id) => rowKey({ finding_id })),
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

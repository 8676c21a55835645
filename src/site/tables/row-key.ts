import { lineOf } from '../findings/finding-lines.ts';
import type { Finding } from '../findings/findings.ts';
import { pageKey } from './page-key.ts';
import { tables } from './tables.ts';

let known: ReadonlyMap<string, string> | undefined;

/** The key of a finding's row in `findings.csv`: while that stays, nothing in it has changed. */
export function rowKey({ finding_id }: Pick<Finding, 'finding_id'>): string {
  known ??= new Map(tables.findings.map((row) => [row.finding_id, pageKey(lineOf(row))]));
  return known.get(finding_id) ?? '';
}

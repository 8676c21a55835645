import { findingRecord } from '../../../finding-record.ts';
import type { Finding } from '../../../findings.ts';
import { keptFindings } from '../../../kept-findings.ts';
import { commonPaths } from '../../../language-paths.ts';
import { tables } from '../../../tables.ts';

/** A file for each finding beside its page, taken over with it where nothing has changed. */
export function getStaticPaths() {
  return commonPaths(
    tables.findings.filter(({ finding_id }) => !keptFindings.has(finding_id)),
    ({ finding_id }) => ({ finding: finding_id }),
    (finding) => ({ finding }),
  );
}

/** One finding for a program. */
export function GET({ props }: { readonly props: { readonly finding: Finding } }): Response {
  return new Response(`${JSON.stringify(findingRecord(props.finding), null, 1)}\n`, {
    headers: { 'content-type': 'application/json' },
  });
}

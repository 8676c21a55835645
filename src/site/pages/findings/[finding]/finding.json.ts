import { findingKey } from '../../../findings/finding-key.ts';
import { findingRecord } from '../../../findings/finding-record.ts';
import type { Finding } from '../../../findings/findings.ts';
import { commonPaths } from '../../../addresses/language-paths.ts';
import { tables } from '../../../tables/tables.ts';

/** A file for each finding beside its page. */
export function getStaticPaths() {
  return commonPaths(
    tables.findings,
    ({ finding_id }) => ({ finding: finding_id }),
    (finding) => ({ finding }),
    findingKey,
  );
}

/** One finding for a program. */
export function GET({ props }: { readonly props: { readonly finding: Finding } }): Response {
  return new Response(`${JSON.stringify(findingRecord(props.finding), null, 1)}\n`, {
    headers: { 'content-type': 'application/json' },
  });
}

import { recordKey } from '../../../findings/finding-key.ts';
import { recordText } from '../../../findings/finding-record.ts';
import type { Finding } from '../../../findings/findings.ts';
import { commonPaths } from '../../../addresses/language-paths.ts';
import { tables } from '../../../tables/tables.ts';

/** A file for each finding beside its page. */
export function getStaticPaths() {
  return commonPaths(
    tables.findings,
    ({ finding_id }) => ({ finding: finding_id }),
    (finding) => ({ finding }),
    recordKey,
  );
}

/** One finding for a program. */
export function GET({ props }: { readonly props: { readonly finding: Finding } }): Response {
  return new Response(recordText(props.finding), {
    headers: { 'content-type': 'application/json' },
  });
}

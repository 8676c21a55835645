import { findingsCsv } from '../../../findings/finding-lines.ts';
import { lists } from '../../../findings/finding-lists.ts';
import type { Finding } from '../../../findings/findings.ts';
import { commonPaths } from '../../../addresses/language-paths.ts';
import { rowsKey } from '../../../findings/list-key.ts';

/** Beside each list of the register, the rows that it shows. */
export function getStaticPaths() {
  return commonPaths(
    lists,
    ({ folder }) => ({ folder }),
    ({ rows }) => ({ rows }),
    ({ rows }) => rowsKey(rows),
  );
}

/** The rows of a list. */
export function GET({ props }: { readonly props: { readonly rows: readonly Finding[] } }): Response {
  return new Response(findingsCsv(props.rows), { headers: { 'content-type': 'text/csv' } });
}

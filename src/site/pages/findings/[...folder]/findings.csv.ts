import { findingsCsv } from '../../../finding-lines.ts';
import { lists } from '../../../finding-lists.ts';
import type { Finding } from '../../../findings.ts';
import { commonPaths } from '../../../language-paths.ts';
import { rowsKey } from '../../../list-key.ts';

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

import Papa from 'papaparse';
import { escapeFormula } from '../../../../../model/formula.ts';
import { countedPages, type CountedPage } from '../../../../figures/counted-rows.ts';
import { commonPaths } from '../../../../addresses/language-paths.ts';

/** Beside each page of counted rows, all of them: the number that counts a row, the finding, and the day. */
export function getStaticPaths() {
  return commonPaths(
    countedPages,
    ({ path }) => ({ page: path }),
    (page) => ({ page }),
  );
}

const header = ['measure', 'period', 'category_id', 'finding_id', 'on'];

/** The rows of every number of the page. `category_id` is blank where the number is not of a category. */
export function GET({ props }: { readonly props: { readonly page: CountedPage } }): Response {
  const rows = props.page.counted.flatMap(({ measure, period, category, rows: own }) =>
    own().map(({ finding, on }) => [measure, period, category, escapeFormula(finding.finding_id), on]),
  );
  return new Response(`${Papa.unparse([header, ...rows], { newline: '\r\n' })}\r\n`, {
    headers: { 'content-type': 'text/csv' },
  });
}

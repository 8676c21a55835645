import Papa from 'papaparse';
import { escapeFormula } from '../../../../../model/formula.ts';
import { countedPages, type CountedPage } from '../../../../figures/counted-rows.ts';
import { commonPaths } from '../../../../addresses/language-paths.ts';
import { keeping } from '../../../../keeping.ts';

/** Beside each page of counted rows, all of them: the number that counts a row, the finding, and the day. */
export function getStaticPaths() {
  return commonPaths(
    countedPages,
    ({ path }) => ({ page: path }),
    (page) => ({ page }),
  );
}

const cells = (...of: readonly string[]) => Papa.unparse([[...of]]);

const header = cells('measure', 'period', 'category_id', 'finding_id', 'on');

/** A finding's id as a cell: the same one stands in a file once for every number that counts it. */
const idCell = keeping((id: string) => cells(escapeFormula(id)));

/** The rows of every number of the page. `category_id` is blank where the number is not of a category. */
export function GET({ props }: { readonly props: { readonly page: CountedPage } }): Response {
  const rows = props.page.counted.flatMap(({ measure, period, category, rows: own }) => {
    const number = cells(measure, period, category);
    return own().map(({ finding, on }) => `${number},${idCell(finding.finding_id)},${on}`);
  });
  return new Response([header, ...rows, ''].join('\r\n'), { headers: { 'content-type': 'text/csv' } });
}

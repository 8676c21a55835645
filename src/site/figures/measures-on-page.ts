/** Every number of `figures.csv`, and every step of a curve, names its measure in the third place of its key. */
const named = / data-(?:figure="|cell="curves:)[^"|]*\|[^"|]*\|([^"|]+)/g;

/**
 * The measures of the numbers in some markup, each once and in the order in which they come.
 *
 * @example
 * measuresOnPage('<data value="3" data-figure="hall:a|all|found">3</data>'); // => ['found']
 * measuresOnPage('<data value="3" data-cell="curves:department|tax|confirmed_by_day|7:day">7</data>'); // => ['confirmed_by_day']
 */
export function measuresOnPage(html: string): string[] {
  return [...new Set([...html.matchAll(named)].map(([, measure = '']) => measure))];
}

/** A page of the site, by its path under the root: nothing that leads out of it. */
const ownPath = /^(?!\/)(?!.*(?:\/\/|\.\.|:))[^?#]*$/;

/** Whether a text can be the path of a page of the site itself. */
export function isOwnPath(path: string): boolean {
  return ownPath.test(path);
}

/**
 * The figures that a page shows, each once and in their order; of one measure only, if one is named.
 *
 * @example
 * keysOnPage('<data value="3" data-figure="hall:a|all|found">3</data>', null); // => ['hall:a|all|found']
 * keysOnPage('<data value="3" data-figure="hall:a|all|found">3</data>', 'sent'); // => []
 */
export function keysOnPage(html: string, measure: string | null): string[] {
  const keys = [...html.matchAll(/\bdata-figure="([^"]*)"/g)].map(([, key = '']) =>
    key.replaceAll('&#38;', '&').replaceAll('&amp;', '&'),
  );
  return [...new Set(keys)].filter((key) => measure === null || key.split('|')[2] === measure);
}

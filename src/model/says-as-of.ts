const texts = /\.(?:html|json)$/;

/**
 * Whether a file that may be taken over can say of what day the data are: pages and files for programs can. Pictures say it, too,
 * and are painted anew with it; lists of rows do not.
 *
 * @example
 * saysAsOf('findings/1/index.html'); // => true
 * saysAsOf('findings/2026-06/findings.csv'); // => false
 */
export function saysAsOf(name: string): boolean {
  return texts.test(name);
}

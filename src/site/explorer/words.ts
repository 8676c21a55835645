/** What the script of the explorer says, in the language of the page. `#` is the place of a number. */
export interface ExplorerWords {
  readonly language: string;
  /** By plural form. */
  readonly results: Readonly<Record<string, string>>;
  readonly resultsOf: string;
  readonly csv: Readonly<Record<string, string>>;
  readonly remove: string;
  readonly clear: string;
  readonly none: string;
  readonly failed: string;
  readonly colon: string;
  readonly page: string;
  readonly text: string;
  readonly previous: string;
  readonly next: string;
  /** What is written beside a selection that is taken away, line by line. */
  readonly provenance: {
    readonly title: string;
    readonly rows: string;
    readonly selection: string;
    readonly everything: string;
    readonly address: string;
    /** Facts that are the same for every selection. */
    readonly facts: readonly (readonly [name: string, value: string])[];
    readonly note: string;
  };
  /** The file that holds the whole register, and how the file of a selection begins. */
  readonly source: string;
  readonly fileStart: string;
}

/** A number in the digits and groups of a language. */
export function numberIn(language: string, number: number): string {
  return new Intl.NumberFormat(language, { numberingSystem: 'latn' }).format(number);
}

/**
 * A message with its number, in the plural form that the number takes.
 *
 * @example
 * withNumber('en', { one: '# row', other: '# rows' }, 1204); // => '1,204 rows'
 * withNumber('en', { one: '# row', other: '# rows' }, 1); // => '1 row'
 */
export function withNumber(
  language: string,
  forms: Readonly<Record<string, string>>,
  number: number,
): string {
  const form = new Intl.PluralRules(language).select(number);
  return (forms[form] ?? forms['other'] ?? '#').replace('#', numberIn(language, number));
}

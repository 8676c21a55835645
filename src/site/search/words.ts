/** What the script of the search page says, in the language of the page. `#` is the place of a number or of what was typed. */
export interface SearchWords {
  readonly language: string;
  /** By plural form. */
  readonly results: Readonly<Record<string, string>>;
  readonly none: string;
  readonly failed: string;
  readonly inFindings: string;
}

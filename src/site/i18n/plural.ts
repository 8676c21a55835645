/** The wordings of a message for the plural forms of a language. `other` serves where a form is not given. */
type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

const rules = new Map<string, Intl.PluralRules>();

/**
 * Picks the wording for a number by the language's own plural rules.
 *
 * @example
 * plural('en', 1, { one: 'problem', other: 'problems' }); // => 'problem'
 * plural('en', 2, { one: 'problem', other: 'problems' }); // => 'problems'
 */
export function plural(language: string, count: number, forms: Forms): string {
  const rule = rules.get(language) ?? new Intl.PluralRules(language);
  rules.set(language, rule);
  return forms[rule.select(count)] ?? forms.other;
}

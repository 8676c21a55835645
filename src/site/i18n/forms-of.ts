/** How far to look for a number of each plural form: every form of every language turns up below it. */
const farEnough = 200;

/**
 * A message that depends on a number, in each plural form of a language, for a script that will know the number later.
 *
 * @example
 * formsOf('en', (count) => (count === 1 ? '# row' : '# rows')); // => { one: '# row', other: '# rows' }
 */
export function formsOf(
  language: string,
  message: (count: number) => string,
): Readonly<Record<string, string>> {
  const rules = new Intl.PluralRules(language);
  const numbers = Array.from({ length: farEnough }, (_, count) => count);
  return Object.fromEntries(
    rules.resolvedOptions().pluralCategories.map((form) => {
      const count = numbers.find((number) => rules.select(number) === form) ?? farEnough;
      return [form, message(count)];
    }),
  );
}

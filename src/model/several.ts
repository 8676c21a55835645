const people: readonly (readonly [RegExp, string])[] = [
  [/person$/, 'people'],
  [/man$/, 'men'],
  [/([^aeiou])y$/, '$1ies'],
  [/(s|x|z|ch|sh)$/, '$1es'],
  [/$/, 's'],
];

/**
 * Several of those whom an English noun calls; of a noun with “of”, “for” and the like after it the noun is the one before.
 *
 * @example
 * several('inspector'); // => 'inspectors'
 * several('deputy'); // => 'deputies'
 * several('lay person'); // => 'lay people'
 * several('member of staff'); // => 'members of staff'
 */
export function several(noun: string): string {
  const [, head = noun, rest = ''] = /^(.+?)( (?:of|for|in|at|to|from|with|on) .*)$/.exec(noun) ?? [];
  const [ending, endings] = people.find(([one]) => one.test(head)) ?? [/$/, 's'];
  return `${head.replace(ending, endings)}${rest}`;
}

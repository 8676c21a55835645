import { distinct, type Leak } from '../../verify/attack/leak.ts';

/** How many are told one by one. */
const shown = 5;

/** Stops the build where anything was found that must not be. */
export function stopAt(found: readonly string[], what: string): void {
  if (found.length > 0) throw new Error(`${what} (${found.length}): ${found.slice(0, shown).join('; ')}`);
}

/** Stops it where a site gives away what is withheld: by what is wrong with its proof, by what an auditor learnt. */
export function stopAtLeaks(leaks: readonly Leak[], wrong: readonly string[] = []): void {
  const told = distinct(leaks).map(({ code, where, found }) => `${code} ${where}: ${found}`);
  stopAt([...wrong, ...told], 'the site gives away what is withheld');
}

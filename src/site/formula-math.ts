import mathup from 'mathup';
import { formulaTerms } from '../model/formula-term.ts';
import type { Words } from '../model/words.ts';
import { ownWords } from './words/own-words.ts';

const terms: ReadonlyMap<string, Words> = new Map(Object.entries(formulaTerms));

/**
 * A formula as MathML, which browsers draw and screen readers read, with its words in a language.
 *
 * @example
 * formulaMath('"found" / n', 'en'); // => '<math><mfrac><mtext>found</mtext><mi>n</mi></mfrac></math>'
 */
export function formulaMath(formula: string, language: string): string {
  const worded = formula.replace(/"([^"]*)"/g, (whole, term: string) => {
    const words = terms.get(term);
    return words === undefined ? whole : `"${ownWords(words, language)}"`;
  });
  return mathup(worded).toString();
}

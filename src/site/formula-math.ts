import mathup from 'mathup';
import { formulaTerms } from '../model/formula-term.ts';
import { wordsIn } from '../model/words.ts';
import { measureWords } from './measure-words.ts';

const terms: ReadonlyMap<string, (typeof formulaTerms)[keyof typeof formulaTerms]> = new Map(
  Object.entries(formulaTerms),
);

/** What a word of a formula is called in a language: a term, or the name of a measure. */
function nameOf(term: string, language: string): string {
  const words = terms.get(term);
  return words === undefined ? measureWords(term, 'name', language).text : wordsIn(words, language);
}

/** A formula as MathML, which browsers draw and screen readers read, with its words in a language. */
export function formulaMath(formula: string, language: string): string {
  const worded = formula.replace(/"([^"]*)"/g, (_, term: string) => `"${nameOf(term, language)}"`);
  return mathup(worded).toString();
}

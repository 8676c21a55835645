import { countOf, groupProblems } from './group-problems.ts';
import { problemText, type ProblemCode } from './problem.ts';
import type { ToldProblems } from './told-problems.ts';
import type { Words } from './words.ts';

/**
 * What nobody may publish without having read it: a row dated after today can move the cut-off, of much that is withheld no
 * page says why, and other deadlines judge every year again.
 */
const toldInFull: ReadonlySet<ProblemCode> = new Set(['after-today', 'much-withheld', 'deadlines-changed']);

/**
 * What of a run needs no mending but a look, for whoever builds or publishes: how many there are of each kind, `where` the list of all
 * is, and below that in full what must not be missed. Null where nothing needs a look.
 *
 * @example
 * const all = { zh: 'npm run check', en: 'npm run check' };
 * pleaseLook({ problems: [{ code: 'no-drops', file: 'drops' }], more: [] }, [], all)?.en; // => 'Please look: no-drops × 1 (one by one: npm run check)'
 * pleaseLook({ problems: [], more: [] }, [], all); // => null
 */
export function pleaseLook(told: ToldProblems, tolerated: readonly string[], where: Words): Words | null {
  const { warning } = groupProblems(told, tolerated);
  if (warning.length === 0) return null;
  const kinds = warning.map((group) => `${group.code} × ${countOf([group])}`);
  const full = warning.filter(({ code }) => toldInFull.has(code)).flatMap(({ shown }) => shown);
  const below = (language: string, colon: string) =>
    full.map((problem) => {
      const { where: place, what } = problemText(problem, language);
      return `\n  ${place}${colon}${what}`;
    });
  return {
    zh: [`请看一眼：${kinds.join('、')}（逐条见${where.zh}）`, ...below('zh', '：')].join(''),
    en: [`Please look: ${kinds.join(', ')} (one by one: ${where.en})`, ...below('en', ': ')].join(''),
  };
}

import { plainText } from '../../../model/plain-text.ts';
import type { QuestionKind } from '../../../model/record.ts';
import { sideAt, type Side } from '../../../model/sides.ts';
import { knownScale } from './known-scales.ts';
import type { Observed } from './observe.ts';
import { holdsContact, looksIdentifying } from './identifying.ts';
import { severalAnswers } from './several-answers.ts';

/** What a column's cells come to: a question with its answers, or why it is none. */
export type Answers =
  | {
      readonly is: 'question';
      readonly kind: QuestionKind;
      /** The answers in their order; none where the kind fixes them. */
      readonly answers: readonly string[];
      /** A range of numbers instead of a list. */
      readonly range?: string;
      /** The name of a scale that everybody uses. */
      readonly scale?: string;
      /** On which side an answer of a scale counts. */
      readonly sideOf?: (answer: string) => Side | undefined;
      /** Whether a middle, which nobody answered, would make another scale of it. */
      readonly couldBeOther?: boolean;
      readonly separator?: string;
      readonly hasOthers: boolean;
    }
  | { readonly is: 'empty' | 'personal' | 'text' | 'number' | 'date' };

/** More answers than this are hardly a list that somebody put together. */
const mostAnswers = 40;

/** With as many rows, an answer that stands there less often is not taken for a listed one: it may be somebody’s own words. */
const manyRows = 30;
const fewestTimes = 3;
const fewestShare = 0.004;

/** The share of cells that the listed answers must make up. */
const coverage = 0.7;

/** Up to this many distinct answers, short and given several times on the average, all are listed ones, however rare. */
const shortList = 7;
const shortAnswer = 60;
const timesEach = 4;

/** Distinct cells with their counts, spellings that differ in blanks or case only put together under the most frequent. */
function merged(counts: ReadonlyMap<string, number>): Map<string, number> {
  const groups = new Map<string, { text: string; best: number; count: number }>();
  for (const [text, count] of counts) {
    const key = plainText(text);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { text, best: count, count });
    else {
      known.count += count;
      if (count > known.best) Object.assign(known, { text, best: count });
    }
  }
  return new Map([...groups.values()].map(({ text, count }) => [text, count]));
}

const aWholeNumber = /^-?\d{1,6}(?:\.0+)?$/;
const aNumber = /^-?\d+(?:[.,]\d+)?%?$/;
const aDate =
  /^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}|^\d{1,2}[/.]\d{1,2}[/.]\d{2,4}(?:\s|$)|^\d{1,2}-[A-Z][a-z]{2}-\d{4}/;

/** A wording that asks for somebody's own words, whatever few different ones were given. */
const asksForWords =
  /意见|建议|留言|补充|请(?:具体|详细)?(?:说明|描述|填写|写明|列举)|comment|suggest|feedback|anything else|anything (?:you|to) |please (?:explain|describe|specify|elaborate)|in your own words|tell us|comentari|sugerenc|kommentar|anmerkung/i;

/** A wording that asks how likely somebody is to recommend: a score from 0 to 10. */
const recommends = /recommend|推荐|recomien|recommand|empfehl/i;

/** A wording that asks for stars, of which more are always better. */
const asksForStars = /星|\bstars?\b/i;

const fiveStars = ['5', '4', '3', '2', '1'];

/** What whole numbers come to: a score, a short scale, a long one, or a number to be left alone. */
function fromNumbers(numbers: readonly number[], wording: string): Answers {
  const low = Math.min(...numbers);
  const high = Math.max(...numbers);
  const isScore = low >= 0 && high <= 10 && (high > 7 || low === 0);
  if (isScore && (recommends.test(wording) || (high === 10 && numbers.length >= 6)))
    return { is: 'question', kind: 'score', answers: [], hasOthers: false };
  if (low >= 1 && high <= fiveStars.length && asksForStars.test(wording))
    return {
      is: 'question',
      kind: 'scale',
      answers: fiveStars,
      sideOf: (star) => sideAt(fiveStars.indexOf(star), fiveStars.length, { favourable: 2, unfavourable: 2 }),
      hasOthers: false,
    };
  if (low >= 0 && high <= 10) {
    const from = low === 0 ? 0 : 1;
    const to = Math.max(from + 1, high, [5, 7, 10].find((end) => end >= high && high > end - 2) ?? high);
    return { is: 'question', kind: 'single', answers: [], range: `${from}-${to}`, hasOthers: false };
  }
  if (low >= 0 && low <= 10 && high <= 100 && high >= 90)
    return { is: 'question', kind: 'single', answers: [], range: '0-100', hasOthers: false };
  return { is: 'number' };
}

/** Answers that begin with a number go by it; others by how often they were given. */
function inOrder(answers: readonly string[]): string[] {
  const leading = (text: string) =>
    /^[^\d]{0,2}(\d+(?:[.,]\d+)?)/.exec(text.replaceAll(/(\d),(\d{3})/g, '$1$2'))?.[1];
  const numbers = answers.map(leading);
  if (numbers.filter((number) => number === undefined).length > 2) return [...answers];
  return answers.toSorted((a, b) => Number(leading(a) ?? -1) - Number(leading(b) ?? -1));
}

/** The listed answers of a question with one answer, most frequent first, or null if its cells are somebody’s own words. */
function listedAnswers(counts: ReadonlyMap<string, number>): { listed: string[]; hasOthers: boolean } | null {
  const all = [...counts].sort((a, b) => b[1] - a[1]);
  const filled = all.reduce((sum, [, count]) => sum + count, 0);
  const isShort = all.length <= shortList && all.every(([text]) => text.length <= shortAnswer);
  if (isShort && filled >= timesEach * all.length)
    return { listed: all.map(([text]) => text), hasOthers: false };
  const threshold = filled < manyRows ? 2 : Math.max(fewestTimes, fewestShare * filled);
  const listed = all.filter(([, count]) => count >= threshold);
  const covered = listed.reduce((sum, [, count]) => sum + count, 0);
  if (listed.length === 0 || listed.length > mostAnswers || covered < coverage * filled) return null;
  return { listed: listed.map(([text]) => text), hasOthers: listed.length < all.length };
}

/**
 * What a column with the answers to one question holds, by what stands in it. Whatever might be somebody's own words
 * is text: better a question left out than a person given away. Answers that fit several scales are taken for the preferred one.
 */
export function proposeAnswers(
  wording: string,
  observed: Observed,
  separator: string | undefined,
  preferredScale?: string,
): Answers {
  if (observed.filled === 0) return { is: 'empty' };
  if (looksIdentifying(observed.counts)) return { is: 'personal' };
  const counts = merged(observed.counts);
  const texts = [...counts.keys()];
  if (texts.every((text) => aDate.test(text))) return { is: 'date' };
  if (texts.every((text) => aWholeNumber.test(text))) return fromNumbers(texts.map(Number), wording);
  if (texts.every((text) => aNumber.test(text))) return { is: 'number' };
  const scale = knownScale(texts, preferredScale);
  if (scale !== null)
    return {
      is: 'question',
      kind: scale.kind,
      answers: scale.kind === 'single' ? scale.ordered : scale.whole,
      scale: scale.name,
      sideOf: scale.sideOf,
      couldBeOther: scale.couldBeOther,
      hasOthers: false,
    };
  const several = severalAnswers(observed.counts, separator);
  if (several !== null && !holdsContact(several.options))
    return {
      is: 'question',
      kind: 'multiple',
      answers: several.options,
      separator: several.separator,
      hasOthers: several.hasOthers,
    };
  const single = observed.isComplete && !asksForWords.test(wording) ? listedAnswers(counts) : null;
  if (single === null || holdsContact(single.listed)) return { is: 'text' };
  const known = knownScale(single.listed);
  return {
    is: 'question',
    kind: 'single',
    answers: known?.ordered ?? inOrder(single.listed),
    ...(known === null ? {} : { scale: known.name }),
    hasOthers: single.hasOthers,
  };
}

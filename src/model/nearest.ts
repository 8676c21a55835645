import { distance } from 'fastest-levenshtein';

/**
 * The words most like a word, best first, and only those that could be meant: one holds the other, or at most half
 * of the letters differ, and none is much less like than the best.
 *
 * @example
 * nearest('deadline', ['engine', 'deadlines', 'period']); // => ['deadlines']
 * nearest('人社局', ['人力资源和社会保障局', '公安局']); // => ['人力资源和社会保障局']
 */
export function nearest(word: string, candidates: readonly string[], most = 3): string[] {
  const wanted = word.toLowerCase();
  const like = candidates
    .map((candidate) => ({ candidate, cost: unlikeness(wanted, candidate.toLowerCase()) }))
    .filter(({ cost }) => cost <= 0.5)
    .sort((a, b) => a.cost - b.cost || (a.candidate < b.candidate ? -1 : 1));
  const best = like[0]?.cost ?? 0;
  return like
    .filter(({ cost }) => cost <= best + muchLess)
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

/** How much less like than the best a word is that nobody means who is nearly right. */
const muchLess = 0.3;

/** Zero for the same word, one for words with nothing in common. An abbreviation, its letters in order, is quite like. */
function unlikeness(wanted: string, candidate: string): number {
  const [short, long] = wanted.length < candidate.length ? [wanted, candidate] : [candidate, wanted];
  const edits = distance(wanted, candidate) / Math.max(long.length, 1);
  if (long.includes(short) && short.length > 1) return Math.min(edits, 0.2);
  return short.length > 2 && isAbbreviation(short, long) ? Math.min(edits, 0.3) : edits;
}

function isAbbreviation(short: string, long: string): boolean {
  let from = 0;
  for (const letter of short) {
    const at = long.indexOf(letter, from);
    if (at < 0) return false;
    from = at + 1;
  }
  return true;
}

import { keeping } from '../keeping.ts';
import { numberPieces } from './number-pieces.ts';
import { openPostings, type Postings } from './postings.ts';
import { cutIntoShards, type Shards } from './shards.ts';

/** What of a finding can be found. */
export interface Searchable {
  readonly title: string;
  /** Texts that are its own. */
  readonly texts: readonly string[];
  /** Names that many findings share. */
  readonly names: readonly string[];
}

/**
 * Indexes findings in the order of the register: which pieces of text stand in which of them, cut into files.
 * Without `initialOf` no text is found by initials.
 */
export function buildIndex(
  findings: Iterable<Searchable>,
  initialOf?: (character: string) => string,
): Shards {
  const { cut, termsOf, charactersOf, initialTermsOf, names: pieces } = numberPieces(initialOf);
  const titles = openPostings();
  const rest = openPostings();
  const note = (found: readonly number[], part: Postings, place: number) => {
    // What stands in the title is not noted among the rest too.
    for (const piece of found) if (!titles.has(piece, place)) part.note(piece, place);
  };
  // A department's name is cut once, not once for each of its findings.
  const piecesOfName = keeping((name: string) => {
    const runs = cut(name);
    return [...termsOf(runs), ...initialTermsOf(runs)];
  });
  let place = 0;
  for (const { title, texts, names } of findings) {
    const runs = cut(title);
    for (const found of [termsOf(runs), charactersOf(runs), initialTermsOf(runs)]) note(found, titles, place);
    for (const text of texts) note(termsOf(cut(text)), rest, place);
    for (const name of names) note(piecesOfName(name), rest, place);
    place += 1;
  }
  const [placesInTitles, placesInRest] = [titles.sort(), rest.sort()];
  return cutIntoShards(pieces, (piece) => ({ title: placesInTitles(piece), rest: placesInRest(piece) }));
}

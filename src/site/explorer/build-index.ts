import { openPostings, type Postings } from './postings.ts';
import { cutIntoShards, type Shards } from './shards.ts';
import { charactersOf, initialTermsOf, termsOf } from './terms.ts';

/** What of a finding can be found. */
export interface Searchable {
  readonly title: string;
  /** Texts that are its own. */
  readonly texts: readonly string[];
  /** Names that many findings share. */
  readonly names: readonly string[];
}

type InitialOf = (character: string) => string;

/** Keeps what has been worked out for a text: a department's name is cut once, not once for each of its findings. */
function keeping<Found>(look: (text: string) => Found): (text: string) => Found {
  const known = new Map<string, Found>();
  return (text) => {
    const found = known.get(text) ?? look(text);
    known.set(text, found);
    return found;
  };
}

/**
 * Indexes findings in the order of the register: which pieces of text stand in which of them, cut into files.
 * Without `initialOf` no text is found by initials.
 */
export function buildIndex(findings: Iterable<Searchable>, initialOf?: InitialOf): Shards {
  const pieces = new Map<string, number>();
  const pieceOf = (term: string): number => {
    const known = pieces.get(term);
    if (known !== undefined) return known;
    pieces.set(term, pieces.size);
    return pieces.size - 1;
  };
  const titles = openPostings();
  const rest = openPostings();
  const note = (found: readonly number[], part: Postings, place: number) => {
    // What stands in the title is not noted among the rest too.
    for (const piece of found) if (!titles.has(piece, place)) part.note(piece, place);
  };
  const initials = (text: string) => (initialOf ? initialTermsOf(text, initialOf) : []);
  const piecesOfName = keeping((name) => [...termsOf(name), ...initials(name)].map(pieceOf));
  let place = 0;
  for (const { title, texts, names } of findings) {
    const inTitle = [...termsOf(title), ...charactersOf(title), ...initials(title)];
    note(inTitle.map(pieceOf), titles, place);
    for (const text of texts) note(termsOf(text).map(pieceOf), rest, place);
    for (const name of names) note(piecesOfName(name), rest, place);
    place += 1;
  }
  const [placesInTitles, placesInRest] = [titles.sort(), rest.sort()];
  return cutIntoShards([...pieces.keys()], (term) => ({
    title: placesInTitles(pieceOf(term)),
    rest: placesInRest(pieceOf(term)),
  }));
}

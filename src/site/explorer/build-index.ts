import { charactersOf, initialTermsOf, termsOf } from './terms.ts';
import { cutIntoShards, type Entry, type Shards } from './shards.ts';

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
function keeping(cut: (text: string) => readonly string[]): (text: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (text) => {
    const found = known.get(text) ?? cut(text);
    known.set(text, found);
    return found;
  };
}

/**
 * Indexes findings in the order of the register: which pieces of text stand in which of them, cut into files.
 * Without `initialOf` no text is found by initials.
 */
export function buildIndex(findings: readonly Searchable[], initialOf?: InitialOf): Shards {
  const entries = new Map<string, Entry>();
  const note = (terms: ReadonlySet<string>, part: keyof Entry, place: number) => {
    for (const term of terms) {
      const entry = entries.get(term);
      if (entry) entry[part].push(place);
      else entries.set(term, { title: [], rest: [], [part]: [place] });
    }
  };
  const initials = (text: string) => (initialOf ? initialTermsOf(text, initialOf) : []);
  const termsOfName = keeping((name) => [...termsOf(name), ...initials(name)]);
  findings.forEach(({ title, texts, names }, place) => {
    const inTitle = new Set([...termsOf(title), ...charactersOf(title), ...initials(title)]);
    note(inTitle, 'title', place);
    const inRest = new Set([...texts.flatMap(termsOf), ...names.flatMap(termsOfName)]);
    for (const term of inTitle) inRest.delete(term);
    note(inRest, 'rest', place);
  });
  return cutIntoShards(entries);
}

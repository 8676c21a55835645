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
export function buildIndex(findings: readonly Searchable[], initialOf?: InitialOf): Shards {
  const entries = new Map<string, Entry>();
  const entryOf = (term: string): Entry => {
    const known = entries.get(term);
    if (known) return known;
    const entry: Entry = { title: [], rest: [] };
    entries.set(term, entry);
    return entry;
  };
  /** What stands in the title is not noted among the rest too. */
  const note = (found: readonly Entry[], part: keyof Entry, place: number) => {
    for (const entry of found) {
      if (entry.title.at(-1) !== place && entry[part].at(-1) !== place) entry[part].push(place);
    }
  };
  const initials = (text: string) => (initialOf ? initialTermsOf(text, initialOf) : []);
  const entriesOfName = keeping((name) => [...termsOf(name), ...initials(name)].map(entryOf));
  findings.forEach(({ title, texts, names }, place) => {
    const inTitle = [...termsOf(title), ...charactersOf(title), ...initials(title)];
    note(inTitle.map(entryOf), 'title', place);
    for (const text of texts) note(termsOf(text).map(entryOf), 'rest', place);
    for (const name of names) note(entriesOfName(name), 'rest', place);
  });
  return cutIntoShards(entries);
}

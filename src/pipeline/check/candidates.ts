import type { LookupEntry, Spelling } from '../../model/settings.ts';
import { unlikeness } from './likeness.ts';

/** An entry of a list that could be meant, by the name that it goes by. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
}

/** The form in which names are compared: compatible characters made one, blanks, invisible characters and letter case gone. */
export function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .replaceAll(/[\s\p{Cf}]+/gu, '')
    .toLowerCase();
}

/** The names of an entry, in every language, long and short. */
export function namesOf({ cells }: LookupEntry): string[] {
  return Object.entries(cells)
    .filter(([column, value]) => value !== '' && /^(name|short)_/.test(column))
    .map(([, value]) => value);
}

const mostShown = 3;
const mostUnlike = 0.5;

/** The entries of a list that a name could mean, likest first, by their names and by the spellings learnt of them. */
export function candidatesFor(
  word: string,
  entries: readonly LookupEntry[],
  spellings: readonly Spelling[],
  city: string,
): Candidate[] {
  const wanted = plainName(word);
  const costs = entries.map((entry) => {
    const learnt = spellings.filter(({ id }) => id === entry.id).map(({ spelling }) => spelling);
    const [name = entry.id] = namesOf(entry);
    const words = [...namesOf(entry), ...learnt].map(plainName);
    const cost = Math.min(...words.map((one) => unlikeness(wanted, one, plainName(city))));
    return { id: entry.id, name, cost };
  });
  return costs
    .filter(({ cost }) => cost <= mostUnlike)
    .sort((a, b) => a.cost - b.cost || (a.id < b.id ? -1 : 1))
    .slice(0, mostShown)
    .map(({ id, name }) => ({ id, name }));
}

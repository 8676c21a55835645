/** What kind of thing tells who or where somebody is. */
export type PersonalKind =
  'identity' | 'card' | 'passport' | 'email' | 'account' | 'phone' | 'plate' | 'address' | 'name';

/** A place in a text where somebody may be recognised: from `start` up to, not including, `end`. */
export interface Place {
  readonly kind: PersonalKind;
  readonly start: number;
  readonly end: number;
}

/** Finds places of one kind in a folded text, as they stand in it; see `foldText`. */
export type FindPlaces = (text: string) => Place[];

/** The places that a pattern matches: the group `it` where the pattern names one, else the whole match. */
export function matches(
  kind: PersonalKind,
  pattern: RegExp,
  text: string,
  holds: (match: string) => boolean = () => true,
): Place[] {
  return [...text.matchAll(pattern)].flatMap((match): Place[] => {
    const [start, end] = match.indices?.groups?.['it'] ?? match.indices?.[0] ?? [0, 0];
    return holds(text.slice(start, end)) ? [{ kind, start, end }] : [];
  });
}

/** The digits of a text, its separators gone. */
export function digitsOf(text: string): string {
  return text.replaceAll(/\D/g, '');
}

import type { Programme } from '../model/programme.ts';
import { findPersonal } from './check/personal/find-personal.ts';
import { kindsOf } from './check/personal/kinds.ts';
import { ownContacts } from './check/personal/own-contacts.ts';
import { excerpt } from './check/personal/redact.ts';
import { TellsOfSomebody } from './refused-release.ts';

/** Refuses the note of a release by which somebody may be recognised: it is published, and what is released stays public. */
export function refuseNote(note: Readonly<Record<string, string>>, programme: Programme): void {
  const allowed = ownContacts(programme);
  for (const text of Object.values(note)) {
    const places = findPersonal(text, allowed);
    if (places.length > 0) throw new TellsOfSomebody(kindsOf(places), excerpt(text, places));
  }
}

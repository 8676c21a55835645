import type { Programme } from '../../../model/programme.ts';
import { publicContacts, type PublicContacts } from './find-personal.ts';

/** The contacts of the office that a programme names: they may stand in whatever is published. */
export function ownContacts({
  contact,
  corrections,
  public_contacts: others = [],
}: Pick<Programme, 'contact' | 'corrections' | 'public_contacts'>): PublicContacts {
  return publicContacts([contact, corrections, ...others]);
}

import type { Problem } from '../../model/problem.ts';
import type { Settings } from '../../model/settings.ts';
import { findPersonal } from './personal/find-personal.ts';
import { kindsOf } from './personal/kinds.ts';
import { ownContacts } from './personal/own-contacts.ts';
import { veilPlaces } from './personal/redact.ts';

/** What says what kind of file it is: with it `survey@2025.csv` would be a mailbox. */
const ending = /(?:\.(?:csv|tsv|tab|txt|xlsx|xlsm|xls|ods|zip|gz))+$/i;

/**
 * What is wrong with the name of a drop, and with those of its sheet or of the file in its archive: they are published with
 * what became of its rows, so nobody may be recognised by them.
 */
export function fileNameProblems(file: string, { programme }: Settings): Problem[] {
  const allowed = ownContacts(programme);
  return file.split(' › ').flatMap((part): Problem[] => {
    // In the name of a file a low line is a blank.
    const name = part.replace(ending, '').replaceAll('_', ' ');
    const places = findPersonal(name, allowed);
    if (places.length === 0) return [];
    return [{ code: 'personal-file-name', file, value: veilPlaces(name, places), detail: kindsOf(places) }];
  });
}

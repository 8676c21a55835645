import { findAccounts } from './account.ts';
import { findAddresses } from './address.ts';
import { findCards } from './card.ts';
import { findEmails } from './email.ts';
import { foldText, type Folded } from './fold-text.ts';
import { findIdentities } from './identity.ts';
import { findNames } from './name.ts';
import { findPassports } from './passport.ts';
import { findPhones } from './phone.ts';
import type { FindPlaces, Place } from './place.ts';
import { findPlates } from './plate.ts';

/** A detector, and what a text must hold for it to be worth a look: a sign of its kind, and so many digits. */
interface Detector {
  readonly find: FindPlaces;
  readonly digits: number;
  readonly needs?: RegExp;
}

/** The detectors, surest first: where two see something in one place, the earlier says what it is. */
const detectors: readonly Detector[] = [
  { find: findIdentities, digits: 7 },
  { find: findCards, digits: 13 },
  { find: findEmails, digits: 0, needs: /@|at[)\] }>]/i },
  { find: findPassports, digits: 6 },
  {
    find: findAccounts,
    digits: 0,
    needs:
      /微信|薇信|威信|v信|weixin|wechat|whatsapp|telegram|skype|line|抖音|微博|小红书|支付宝|加v|wx|vx|qq|扣扣|企鹅/i,
  },
  { find: findPhones, digits: 7 },
  { find: findPlates, digits: 1 },
  { find: findAddresses, digits: 1, needs: /[室户房栋幢座#]|单元|号楼|[A-Z]/ },
  { find: findNames, digits: 0 },
];

function countDigits(text: string): number {
  let digits = 0;
  for (let position = 0; position < text.length; position += 1) {
    const code = text.charCodeAt(position);
    if (code >= 48 && code <= 57) digits += 1;
  }
  return digits;
}

/** The contacts that the office gives out itself, in the form in which they are compared. */
export type PublicContacts = ReadonlySet<string>;

function comparable(contact: string): string {
  return (foldText(contact)[0]?.text ?? '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}@.]/gu, '')
    .replace(/^(?:00)?86(?=\d{10,})/, '');
}

/**
 * The contacts that may stand in any text: hotlines, offices, public mailboxes.
 *
 * @example
 * publicContacts(['010-6555 1234']).has('01065551234'); // => true
 */
export function publicContacts(contacts: readonly string[]): PublicContacts {
  return new Set(contacts.map(comparable));
}

/** Where a place of the folded text stood. A sign that was folded into several is wholly in it. */
function whereItStood({ kind, start, end }: Place, { stood }: Folded): Place {
  if (stood === null) return { kind, start, end };
  let after = end;
  while (after < stood.length - 1 && stood[after] === stood[end - 1]) after += 1;
  return { kind, start: stood[start] ?? 0, end: stood[after] ?? 0 };
}

/**
 * Every place in a text where somebody may be recognised, in order, none inside another. What stands in `allowed` is
 * the office's own and no person's.
 *
 * @example
 * findPersonal('张女士 13800138000', publicContacts([])).map((place) => place.kind); // => ['name', 'phone']
 */
export function findPersonal(text: string, allowed: PublicContacts): Place[] {
  const forms = foldText(text).map((folded) => ({ folded, digits: countDigits(folded.text) }));
  const found: Place[] = [];
  const taken = new Set<number>();
  for (const { find, digits: least, needs } of detectors)
    for (const { folded, digits } of forms) {
      if (digits < least || needs?.test(folded.text) === false) continue;
      for (const seen of find(folded.text)) {
        const place = whereItStood(seen, folded);
        const signs = Array.from({ length: place.end - place.start }, (_, offset) => place.start + offset);
        if (signs.some((position) => taken.has(position))) continue;
        for (const position of signs) taken.add(position);
        found.push(place);
      }
    }
  return found
    .filter(({ start, end }) => !allowed.has(comparable(text.slice(start, end))))
    .sort((a, b) => a.start - b.start);
}

import { pageAddress } from '../addresses/address.ts';
import { programme } from '../programme.ts';

/**
 * What every id in the feeds of this site begins with. Readers collect the feeds of many cities and tell entries by their ids alone
 * (RFC 4287, 4.2.6): an address on the host of the site is nobody else's, and where the site has none yet, the mailbox of its office is.
 */
const home = programme.site || `urn:zhaocha:${encodeURIComponent(programme.contact)}:`;

/**
 * The id of a feed, or of one thing that a feed tells of: the address that is its own, and for `state` another one in every state. The
 * same in every build, as it is made of nothing else.
 */
export function feedId(language: string, path: string, state = ''): string {
  return `${home}${pageAddress(language, path)}${state === '' ? '' : `#${state}`}`;
}

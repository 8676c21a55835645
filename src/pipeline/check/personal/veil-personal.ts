import { findPersonal, publicContacts } from './find-personal.ts';
import { veilPlaces } from './redact.ts';

const nobodys = publicContacts([]);

/**
 * A text for a report, which may be mailed: every place by which somebody may be recognised is veiled.
 *
 * @example
 * veilPersonal('打13800138000'); // => '打【138****】'
 * veilPersonal('等了 40 分钟'); // => '等了 40 分钟'
 */
export function veilPersonal(text: string): string {
  const places = findPersonal(text, nobodys);
  return places.length === 0 ? text : veilPlaces(text, places);
}

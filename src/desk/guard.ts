import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/*
 * Who may ask the desk anything. It listens on this machine only, but any page open in the browser can send requests to
 * this machine, and a name that an attacker owns can be made to lead here. So every request must be addressed to us by
 * number (Host), must not come from another page (Origin, Sec-Fetch-Site), and must carry the cookie that the opening
 * link has set.
 */

/** Why a request is not answered. */
export type Refusal = 'host' | 'origin' | 'session';

/** What a request is held against. */
export interface Door {
  /** Host and port as the browser must write them: `127.0.0.1:4700`. */
  readonly authority: string;
  /** The cookie that opens it: its name and its value. */
  readonly cookie: { readonly name: string; readonly value: string };
  /** Whether a page of the desk may hold what lies behind this door in a frame; nothing can be changed through it. */
  readonly framed: boolean;
}

/** A secret that nobody guesses: 256 bits, as text for an address or a cookie. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

const hash = (text: string) => createHash('sha256').update(text).digest();

/** Whether two secrets are the same, found out in the same time wherever they differ. */
export function isSecret(given: string, secret: string): boolean {
  return timingSafeEqual(hash(given), hash(secret));
}

/**
 * The value of a cookie in the header of a request; '' where it has none.
 *
 * @example
 * cookieIn('a=1; desk=xyz', 'desk'); // => 'xyz'
 * cookieIn(undefined, 'desk'); // => ''
 */
export function cookieIn(header: string | undefined, name: string): string {
  const found = (header ?? '').split(';').find((pair) => pair.trim().startsWith(`${name}=`));
  return found?.trim().slice(name.length + 1) ?? '';
}

const looking: ReadonlySet<string | undefined> = new Set(['GET', 'HEAD']);

/** Whether a request came from a page that may send it; a browser says so itself, and lets no page say otherwise. */
function comesFromUs(method: string | undefined, headers: IncomingHttpHeaders, door: Door): boolean {
  const { origin, 'sec-fetch-site': site } = headers;
  if (origin !== undefined && origin !== `http://${door.authority}`) return false;
  // A browser names the origin of every request that could change something.
  if (!looking.has(method)) return origin !== undefined && (site === undefined || site === 'same-origin');
  return (
    site === undefined || site === 'same-origin' || site === 'none' || (door.framed && site === 'same-site')
  );
}

/** Why a request may not come in before its cookie is looked at; null where it may. */
export function strangerAt(
  door: Door,
  { method, headers }: { readonly method?: string | undefined; readonly headers: IncomingHttpHeaders },
): Refusal | null {
  if (headers.host !== door.authority) return 'host';
  return comesFromUs(method, headers, door) ? null : 'origin';
}

/** Why a request may not come in at all; null where it may. */
export function refusalAt(
  door: Door,
  request: { readonly method?: string | undefined; readonly headers: IncomingHttpHeaders },
): Refusal | null {
  const stranger = strangerAt(door, request);
  if (stranger !== null) return stranger;
  const { name, value } = door.cookie;
  return isSecret(cookieIn(request.headers.cookie, name), value) ? null : 'session';
}

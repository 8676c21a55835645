/*
 * Who counts a site again has the Node or the phone that they have. What Node 20 and browsers of a few years ago lack of what
 * verification uses is given to them here, before anything else runs; what cannot be given is named.
 */

/** Of plain JavaScript: nothing is replaced that an engine has. */
function give(to: object, name: string, value: (...given: never[]) => unknown): void {
  if (!(name in to)) Object.defineProperty(to, name, { value, configurable: true, writable: true });
}

give(Map, 'groupBy', <Key, One>(all: Iterable<One>, keyOf: (one: One, place: number) => Key) => {
  const groups = new Map<Key, One[]>();
  let place = 0;
  for (const one of all) {
    const key = keyOf(one, place);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
    place += 1;
  }
  return groups;
});

give(URL, 'canParse', (address: string, base?: string) => {
  try {
    return Boolean(new URL(address, base));
  } catch {
    return false;
  }
});

give(Array.prototype, 'toSorted', function <One>(this: readonly One[], order?: (a: One, b: One) => number) {
  return [...this].sort(order);
});

give(Array.prototype, 'findLast', function <One>(this: readonly One[], is: (one: One) => boolean) {
  return [...this].reverse().find((one) => is(one));
});

/** What verification cannot do without and this engine lacks: a browser hashes only for pages that came encrypted. */
export function lacking(): readonly string[] {
  const needed = {
    'crypto.subtle': globalThis.crypto?.subtle,
    fetch: globalThis.fetch,
    TextDecoder: globalThis.TextDecoder,
  };
  return Object.entries(needed).flatMap(([name, there]) => (there === undefined ? [name] : []));
}

/**
 * Keeps what has been worked out for a key, for as long as the function lives: it must be the same whenever it is worked out.
 *
 * @example
 * const lengthOf = keeping((word: string) => word.length);
 * [lengthOf('找茬'), lengthOf('找茬')]; // => [2, 2]
 */
export function keeping<Key, Found>(workOut: (key: Key) => Found): (key: Key) => Found {
  const known = new Map<Key, Found>();
  return (key) => {
    const kept = known.get(key);
    if (kept !== undefined) return kept;
    const found = workOut(key);
    known.set(key, found);
    return found;
  };
}

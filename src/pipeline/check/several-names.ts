const between = /[、，,;；/]+/u;

/**
 * The entries that a cell names one after the other, each once; none where it names no more than one, or where one of the names is
 * in no list: that one is to be settled first.
 *
 * @example
 * const list = new Map([['公安局', 'police'], ['税务局', 'tax']]);
 * severalNames('税务局、公安局', (name) => list.get(name)); // => ['tax', 'police']
 * severalNames('税务局、教育局', (name) => list.get(name)); // => []
 */
export function severalNames(cell: string, idOf: (name: string) => string | undefined): string[] {
  const names = cell.split(between).filter((name) => name.trim() !== '');
  const ids = names.flatMap((name) => idOf(name) ?? []);
  return names.length > 1 && ids.length === names.length ? [...new Set(ids)] : [];
}

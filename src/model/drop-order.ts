/** The parts of a name: runs of digits, which are compared as numbers, and what stands between. */
function parts(name: string): string[] {
  return name.normalize('NFC').match(/\d+|\D+/g) ?? [];
}

function compareParts(one: string, other: string): number {
  if (/^\d/.test(one) && /^\d/.test(other)) {
    const difference = BigInt(one) - BigInt(other);
    if (difference !== 0n) return difference < 0n ? -1 : 1;
  }
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Without its ending, so that `findings.csv` comes before `findings-2.csv`. */
function stem(name: string): string {
  return name.replace(/(?:\.[A-Za-z0-9]{1,5})+$/, '');
}

/**
 * The order in which drops are taken: by name, numbers by their size. A later one corrects an earlier one, whatever order
 * the files came in or lie in on the disk.
 *
 * @example
 * ['2025-10.csv', '2025-9.csv', '2025.csv'].sort(compareDrops); // => ['2025.csv', '2025-9.csv', '2025-10.csv']
 */
export function compareDrops(one: string, other: string): number {
  const [a, b] = [parts(stem(one)), parts(stem(other))];
  for (let place = 0; place < Math.min(a.length, b.length); place += 1) {
    const order = compareParts(a[place] ?? '', b[place] ?? '');
    if (order !== 0) return order;
  }
  return a.length - b.length || (one < other ? -1 : one > other ? 1 : 0);
}

/**
 * The file of `drops/` that a sheet's name begins with.
 *
 * @example
 * dropOf('book.xlsx › Sheet1'); // => 'book.xlsx'
 * dropOf('a.csv'); // => 'a.csv'
 */
export function dropOf(file: string): string {
  return file.split(' › ')[0] ?? file;
}

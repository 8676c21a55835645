import type { Difference, SiteFiles } from './difference.ts';
import { cell, rowsOf } from './read-table.ts';

/** The SHA-256 of bytes, in hex. */
export async function sha256(bytes: Uint8Array): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function check(files: SiteFiles, name: string, expected: string): Promise<Difference[]> {
  if (!files.names.includes(name)) return [{ check: 'hash', where: name, expected, found: 'no such file' }];
  const found = await sha256(await files.read(name));
  return found === expected ? [] : [{ check: 'hash', where: name, expected, found }];
}

/** Holds every file of the downloads against `index.csv`, and those of the archive against `SHA256SUMS`. */
export async function checkHashes(files: SiteFiles): Promise<Difference[]> {
  const differences: Difference[] = [];
  const rows = rowsOf(await files.read('data/index.csv'));
  for (const row of rows)
    differences.push(...(await check(files, `data/${cell(row, 'file')}`, cell(row, 'sha256'))));
  const sums = new TextDecoder()
    .decode(await files.read('data/latest/SHA256SUMS'))
    .trimEnd()
    .split('\n');
  for (const line of sums)
    differences.push(...(await check(files, `data/latest/${line.slice(66)}`, line.slice(0, 64))));
  const listed = new Set(rows.map((row) => `data/${cell(row, 'file')}`));
  // A host may keep a compressed copy beside a file.
  const strangers = files.names.filter(
    (name) =>
      /^data\/(latest|departments|halls|categories|questions)\//.test(name) &&
      !listed.has(name.replace(/\.(?:br|gz)$/, '')),
  );
  return [
    ...differences,
    ...strangers.map((where): Difference => ({
      check: 'hash',
      where,
      expected: 'a file that index.csv names',
      found: 'a file that it does not name',
    })),
  ];
}

import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** Lists every file below a folder, with forward slashes, in order. */
export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** The address at which a static host shows a file. */
export function addressOf(file: string): string {
  return `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
}

/** The file that a static host shows at an address. */
export function fileOf(address: string): string {
  return address.slice(1).replace(/(^|\/)$/, '$1index.html');
}

/** Pages that stand where others of another kind do: a list among findings. */
const apart = new Set(['findings/commendations']);

/**
 * What kind of page stands at a file: the addresses of things of one kind differ only in the last part.
 *
 * @example
 * kindOf('en/departments/hrss/index.html', ['zh', 'en']); // => 'departments/*'
 * kindOf('findings/page/2/index.html', ['zh', 'en']); // => 'findings/page/*'
 * kindOf('findings/status/overdue/index.html', ['zh', 'en']); // => 'findings/list/*'
 * kindOf('findings/status/claimed/page/2/index.html', ['zh', 'en']); // => 'findings/list/page/*'
 * kindOf('findings/counted/department/tax/index.html', ['zh', 'en']); // => 'findings/counted/*'
 * kindOf('findings/commendations/index.html', ['zh', 'en']); // => 'findings/commendations'
 * kindOf('index.html', ['zh', 'en']); // => 'home'
 */
export function kindOf(file: string, languages: readonly string[]): string {
  const parts = file.split('/');
  if (languages.includes(parts[0] ?? '')) parts.shift();
  const last = parts.pop();
  if (last !== 'index.html') return last ?? '';
  if (apart.has(parts.join('/'))) return parts.join('/');
  if (parts[0] === 'findings' && parts[1] === 'counted') return 'findings/counted/*';
  // Lists by whatever they are made of come out of one page of ours.
  if (parts[0] === 'findings' && parts.length > 2 && parts[1] !== 'page')
    return parts.includes('page', 3) ? 'findings/list/page/*' : 'findings/list/*';
  if (parts.length < 2) return parts[0] ?? 'home';
  return [...parts.slice(0, -1), '*'].join('/');
}

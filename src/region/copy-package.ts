import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { dataNames } from '../verify/files-at.ts';
import { numberIn, rowsOf } from '../verify/read-table.ts';
import { fetchTo, fetchWhole, NoSuchFile } from './fetch-file.ts';
import { largestFile, mostFiles } from './limits.ts';
import { tooLargePackage } from './package-size.ts';
import { Refusal } from './refusal.ts';

/** How many files are fetched at once: a public site must go on serving its readers. */
const atOnce = 4;

const index = 'data/index.csv';

/** Names that stay below the folder that they are written to, on every system. */
const isSafe = (name: string) =>
  /^data\/[^\p{Cc}\\:*?"<>|]+$/u.test(name) &&
  name.split('/').every((part) => part !== '' && part !== '.' && part !== '..');

/** What a package says of its own size, in bytes. */
function declaredBytes(bytes: Uint8Array): number {
  return rowsOf(bytes).reduce((sum, row) => sum + (numberIn(row, 'bytes') || 0), 0);
}

/** Does work on all items, some of them at once; the first failure stops the rest. */
async function each<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      await work(next).catch((error: unknown) => {
        waiting.length = 0;
        throw error;
      });
  };
  const ended = await Promise.allSettled(Array.from({ length: atOnce }, worker));
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
}

/**
 * Copies the downloads of a site on the web into a folder, as its own lists name them, so that what is verified is what is
 * read afterwards. A listed file that is not there is left to verification, which says so.
 */
export async function copyPackage(address: string, folder: string, most: number): Promise<void> {
  const at = (name: string) => new URL(name.split('/').map(encodeURIComponent).join('/'), address).href;
  const read = (name: string) => fetchWhole(at(name), { bytes: Math.min(largestFile, most) });
  const listed = await read(index).catch((error: unknown) => {
    if (!(error instanceof NoSuchFile)) throw error;
    throw new Refusal({
      zh: `${address} 不是本程序生成的网站：没有 ${index}。请给出首页的地址`,
      en: `${address} is no site of this kind: it has no ${index}. Give the address of its first page`,
    });
  });
  if (declaredBytes(listed) > most) throw tooLargePackage(declaredBytes(listed), most);
  const names = await dataNames(read);
  const unsafe = names.find((name) => !isSafe(name));
  if (unsafe !== undefined || names.length > mostFiles)
    throw new Refusal({
      zh: unsafe === undefined ? `列了 ${names.length} 个文件，太多了` : '它的文件清单里有指向别处的名字',
      en:
        unsafe === undefined
          ? `it lists ${names.length} files, which is too many`
          : 'its list of files has names that lead elsewhere',
    });
  let left = most;
  await each(names, async (name) => {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    try {
      left -= await fetchTo(at(name), path, { bytes: Math.min(largestFile, left) });
    } catch (error) {
      if (!(error instanceof NoSuchFile)) throw error;
    }
    if (left < 0) throw tooLargePackage(most - left, most);
  });
}

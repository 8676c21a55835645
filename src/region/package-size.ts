import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { largestFile } from './limits.ts';
import { Refusal } from './refusal.ts';

const megabytes = (bytes: number) => Math.ceil(bytes / 1_000_000).toLocaleString('en');

/** The refusal of a package that is larger than may be. */
export function tooLargePackage(bytes: number, most: number): Refusal {
  return new Refusal({
    zh: `它的数据包有 ${megabytes(bytes)} MB，超过 ${megabytes(most)} MB，没有读；确要读，用 --megabytes 放宽`,
    en: `its package has ${megabytes(bytes)} MB, more than ${megabytes(most)} MB, and was not read; --megabytes allows more`,
  });
}

/** Refuses files in a folder that are more than may be read. */
export async function assureSize(folder: string, names: readonly string[], most: number): Promise<void> {
  let all = 0;
  for (const name of names) {
    const { size } = await lstat(join(folder, name));
    all += size;
    if (size > largestFile) throw tooLargePackage(size, largestFile);
    if (all > most) throw tooLargePackage(all, most);
  }
}

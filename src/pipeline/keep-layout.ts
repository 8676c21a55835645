import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Keeps a layout that was proposed, in `layouts/` of a programme, never over a file that is there, but for a draft of ours that it replaces.
 * Gives the path of the file inside that folder's programme, as `layouts/wjx-2.yaml`.
 */
export async function keepLayout(
  data: string,
  {
    name,
    text,
    replaces = false,
  }: { readonly name: string; readonly text: string; readonly replaces?: boolean },
): Promise<string> {
  await mkdir(join(data, 'layouts'), { recursive: true });
  for (let number = 1; ; number += 1) {
    const file = join('layouts', `${name}${number === 1 ? '' : `-${number}`}.yaml`);
    try {
      await writeFile(join(data, file), text, { flag: replaces ? 'w' : 'wx' });
      return file;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

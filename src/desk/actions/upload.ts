import { rm } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Words } from '../../model/words.ts';
import { dropNames } from '../../pipeline/take/open-drops.ts';
import type { Action } from '../action.ts';
import type { Desk } from '../desk.ts';
import { dropNamed, placeDrop, shelve } from '../drop-files.ts';
import { NotTaken, type Received } from '../receive-files.ts';
import { recheck } from './recheck.ts';

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** The drop that has the very same content; null where there is none. */
async function twin(data: string, sha256: string): Promise<string | null> {
  for (const name of await dropNames(data))
    if ((await hashOf(join(data, 'drops', name))) === sha256) return name;
  return null;
}

/** Puts one file that has arrived where it belongs, and says where. */
async function place({ options }: Desk, { name, path, sha256, bytes }: Received): Promise<Words> {
  const { data, now } = options;
  const same = await twin(data, sha256);
  if (same !== null) {
    await rm(path);
    return {
      zh: `${name} 与已有的 ${same} 内容完全一样，没有再放一份。`,
      en: `${name} has the very content of ${same}, which is there already; no second one was put there.`,
    };
  }
  if (bytes === 0) {
    await rm(path);
    return { zh: `${name} 是空文件，没有收。`, en: `${name} is empty and was not taken.` };
  }
  if ((await dropNamed(data, name)) !== null) {
    await shelve(path, name, data, 'waiting', now());
    return {
      zh: `已有同名文件 ${name}，内容不同：请在下面选怎么办。`,
      en: `There is another ${name} with other content: choose below what to do.`,
    };
  }
  return { zh: `收到 ${await placeDrop(path, name, data)}。`, en: `Received ${name}.` };
}

/** Puts files among the drops, as staff would copy them into the folder; none is ever written over. */
export const upload: Action = {
  name: { zh: '接收文件', en: 'Receiving files' },
  page: '/',
  take: async (desk, sent) => {
    const received = await sent.files();
    if (received.length === 0) throw new NotTaken({ zh: '没有选文件。', en: 'No file was chosen.' });
    const said: Words[] = [];
    for (const one of received) said.push(await place(desk, one));
    const all = { zh: said.map(({ zh }) => zh).join(''), en: said.map(({ en }) => en).join(' ') };
    return (tell) => recheck(desk, all, tell);
  },
};

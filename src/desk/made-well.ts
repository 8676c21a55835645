import { pleaseLook } from '../model/please-look.ts';
import type { Words } from '../model/words.ts';
import type { Outcome } from '../pipeline/run.ts';
import type { Said } from './work.ts';

/** What is said of a site that was made: what came of it, and on lines below what needs a look all the same. */
export function madeWell(words: Words, { settings, ...told }: Outcome): Said {
  const look = pleaseLook(told, settings?.programme.tolerate ?? [], { zh: '“问题”', en: 'Problems' });
  if (look === null) return { as: 'done', words };
  return { as: 'done', words: { zh: `${words.zh}\n${look.zh}`, en: `${words.en}\n${look.en}` } };
}

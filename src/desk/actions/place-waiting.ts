import type { Words } from '../../model/words.ts';
import type { Action } from '../action.ts';
import { publishedDrops } from '../desk.ts';
import { dropNamed, pathOn, placeDrop, setAside, shelve } from '../drop-files.ts';
import { NotTaken } from '../receive-files.ts';
import { recheck } from './recheck.ts';

/** Does with a file whose name is taken what somebody has chosen: take the place of the other, lie beside it, or go. */
export const placeWaiting: Action = {
  name: { zh: '放好文件', en: 'Placing the file' },
  page: '/',
  take: async (desk, sent) => {
    const { data, now } = desk.options;
    const fields = await sent.fields();
    const file = { id: fields.get('id') ?? '', name: fields.get('name') ?? '' };
    const path = await pathOn(data, 'waiting', file);
    if (path === null)
      throw new NotTaken({ zh: '这个文件已经不在了。', en: 'That file is no longer waiting.' });
    const taken = await dropNamed(data, file.name);
    const done = async (): Promise<Words> => {
      switch (fields.get('choice')) {
        case 'replace': {
          if (taken !== null && (await publishedDrops(desk)).has(taken))
            throw new NotTaken({
              zh: `${taken} 已经发布过，不能替换；两个都留，后面的更正前面的。`,
              en: `${taken} was published and cannot be replaced; keep both: the later one corrects the earlier.`,
            });
          if (taken !== null) await setAside(data, taken, now());
          const name = await placeDrop(path, file.name, data);
          return {
            zh: `${name} 换成了新的；旧的收在一边。`,
            en: `${name} is the new one; the old one was set aside.`,
          };
        }
        case 'both': {
          const name = await placeDrop(path, file.name, data);
          return { zh: `两个都留，新的叫 ${name}。`, en: `Both are kept; the new one is ${name}.` };
        }
        case 'neither': {
          await shelve(path, file.name, data, 'aside', now());
          return {
            zh: `新的 ${file.name} 收在一边，没有用。`,
            en: `The new ${file.name} was set aside, unused.`,
          };
        }
        default:
          throw new NotTaken({ zh: '没有选怎么办。', en: 'Nothing was chosen.' });
      }
    };
    const words = await done();
    return (tell) => recheck(desk, words, tell);
  },
};

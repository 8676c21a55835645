import type { Action } from '../action.ts';
import { publishedDrops } from '../desk.ts';
import { dropNamed, setAside } from '../drop-files.ts';
import { NotTaken } from '../receive-files.ts';
import { recheck } from './recheck.ts';

/** Takes a drop that was never published away again; it is kept in `data/set-aside/`. */
export const setAsideDrop: Action = {
  name: { zh: '收起文件', en: 'Setting the file aside' },
  page: '/',
  take: async (desk, sent) => {
    const { data, now } = desk.options;
    const name = await dropNamed(data, (await sent.fields()).get('name') ?? '');
    if (name === null) throw new NotTaken({ zh: '没有这个文件。', en: 'There is no such drop.' });
    if ((await publishedDrops(desk)).has(name))
      throw new NotTaken({
        zh: `${name} 已经发布过，不能收起；要更正，请放一个名称排在后面的文件。`,
        en: `${name} was published and stays; to correct it add a drop with a later name.`,
      });
    await setAside(data, name, now());
    const words = { zh: `${name} 收在一边，没有删除。`, en: `${name} was set aside, not deleted.` };
    return (tell) => recheck(desk, words, tell);
  },
};

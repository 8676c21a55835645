import type { Action } from '../action.ts';
import { dropNamed, pathOn, placeDrop } from '../drop-files.ts';
import { NotTaken } from '../receive-files.ts';
import { recheck } from './recheck.ts';

/** Puts a file that was set aside back among the drops. */
export const putBack: Action = {
  name: { zh: '放回文件', en: 'Putting the file back' },
  page: '/',
  take: async (desk, sent) => {
    const { data } = desk.options;
    const fields = await sent.fields();
    const file = { id: fields.get('id') ?? '', name: fields.get('name') ?? '' };
    const path = await pathOn(data, 'aside', file);
    if (path === null)
      throw new NotTaken({ zh: '这个文件已经不在了。', en: 'That file is no longer there.' });
    const taken = await dropNamed(data, file.name);
    if (taken !== null)
      throw new NotTaken({
        zh: `已有 ${taken}；先把它收起，再放回这一个。`,
        en: `There is a ${taken}; set it aside first, then put this one back.`,
      });
    const name = await placeDrop(path, file.name, data);
    return (tell) => recheck(desk, { zh: `${name} 放回去了。`, en: `${name} was put back.` }, tell);
  },
};

import { keepLayout } from '../../pipeline/keep-layout.ts';
import type { Action } from '../action.ts';
import { answersIn, describeDrop } from '../layout-questions.ts';
import { NotTaken } from '../receive-files.ts';
import { recheck } from './recheck.ts';

/** Keeps the layout that was proposed for a drop, as answered: `npm run describe`. */
export const takeLayout: Action = {
  name: { zh: '写版式', en: 'Writing the layout' },
  page: '/problems',
  take: async (desk, sent) => {
    const { data } = desk.options;
    const fields = await sent.fields();
    const described = await describeDrop(data, fields.get('file') ?? '', answersIn(fields));
    const proposed = described?.sheets.flatMap((sheet) => (sheet.is === 'proposed' ? [sheet] : [])) ?? [];
    if (proposed.length === 0)
      throw new NotTaken({ zh: '没有可写的版式。', en: 'There is no layout to be written.' });
    const written: string[] = [];
    for (const one of proposed) written.push(await keepLayout(data, one));
    const words = {
      zh: `写好了 ${written.join('、')}，以后这样的文件都认得。`,
      en: `Wrote ${written.join(', ')}: files like this are known from now on.`,
    };
    return (tell) => recheck(desk, words, tell);
  },
};

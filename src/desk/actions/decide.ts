import Papa from 'papaparse';
import type { Settlement } from '../../model/problem.ts';
import { addLines, settle } from '../../pipeline/accept.ts';
import type { Action } from '../action.ts';
import { NotTaken } from '../receive-files.ts';
import { recheck } from './recheck.ts';

const line = (...cells: string[]) => Papa.unparse([cells]);

/** What a form has decided, each as a wish of `npm run check -- --accept`. What is left open says nothing. */
export function wishesIn(fields: URLSearchParams): string[] {
  return [...fields].flatMap(([field, value]) => {
    const [kind = '', key = '', ...rest] = field.split(':');
    const name = rest.join(':');
    // An entry chosen from the whole list counts where none of the likely ones was marked.
    const id = value === 'other' || value === '' ? (fields.get(`other:${key}:${name}`) ?? '') : value;
    if (kind === 'name' && id !== '') return [line(key, name, id)];
    if (kind !== 'text' || value === '') return [];
    const words = (fields.get(`words:${key}`) ?? '').replaceAll('\r\n', '\n').trim();
    return [value === 'kept' ? line(key, 'kept') : line(key, 'redacted', words)];
  });
}

/** Keeps what was decided about names and texts: `npm run check -- --accept`. */
export const decide: Action = {
  name: { zh: '记下决定', en: 'Keeping the decisions' },
  page: '/problems',
  take: async (desk, sent) => {
    const { checked, options } = desk;
    const settings = checked?.outcome.settings;
    if (checked === null || settings === null || settings === undefined)
      throw new NotTaken({ zh: '先检查一次。', en: 'Check first.' });
    const open = checked.open.flatMap(({ problem }): Settlement[] =>
      problem.settle?.file === 'redactions' ? [problem.settle] : [],
    );
    const settled = wishesIn(await sent.fields()).map((wish) => settle(wish, open, settings));
    const [refused] = settled.flatMap((one) => ('refused' in one ? [one.refused] : []));
    if (refused !== undefined) throw new NotTaken(refused);
    const lines = settled.flatMap((one) => ('lines' in one ? one.lines : []));
    if (lines.length === 0) throw new NotTaken({ zh: '什么也没有选。', en: 'Nothing was decided.' });
    const obstacle = await addLines(options.data, lines);
    if (obstacle !== null) throw new NotTaken(obstacle);
    const words = { zh: `记下了 ${lines.length} 个决定。`, en: `Decisions kept: ${lines.length}.` };
    return (tell) => recheck(desk, words, tell);
  },
};

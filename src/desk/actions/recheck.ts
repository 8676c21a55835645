import { countOf, groupProblems } from '../../model/group-problems.ts';
import type { Words } from '../../model/words.ts';
import { dataStand } from '../data-stand.ts';
import { checkNow, type Desk } from '../desk.ts';
import type { Said, Tell } from '../work.ts';

/** Says what was done to the data, and what a check finds: the last one, where nothing has changed since. */
export async function recheck(desk: Desk, done: Words, tell: Tell): Promise<Said> {
  const isKnown = desk.checked?.stand === (await dataStand(desk.options.data));
  const { outcome } = desk.checked !== null && isKnown ? desk.checked : await checkNow(desk, tell);
  const { fatal, warning } = groupProblems(outcome, outcome.settings?.programme.tolerate ?? []);
  const found: Words = outcome.fatal
    ? { zh: `必须改 ${countOf(fatal)} 处。`, en: `To be mended: ${countOf(fatal)}.` }
    : {
        zh: `没有必须改的${warning.length > 0 ? `；请看一眼 ${countOf(warning)} 处` : ''}。`,
        en: `Nothing must be mended${warning.length > 0 ? `; to be looked at: ${countOf(warning)}` : ''}.`,
      };
  return { as: 'done', words: { zh: `${done.zh}${found.zh}`, en: `${done.en} ${found.en}` } };
}

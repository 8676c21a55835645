import { problemHelp } from './problem-help.ts';
import type { ProblemCode } from './problem.ts';
import { asideReasons } from './record.ts';
import type { Words } from './words.ts';

/** Why rows are set aside that have nothing wrong with them. */
const plainReasons: Readonly<Record<string, Words>> = {
  'blank-row': { zh: '空行', en: 'blank row' },
  superseded: { zh: '后来的文件另给了同一条', en: 'given anew by a later drop' },
  ...Object.fromEntries(asideReasons.map(({ code, zh, en }) => [code, { zh, en }])),
};

/**
 * Why rows were set aside, in words: a problem by its name in the handbook.
 *
 * @example
 * reasonWords('blank-row').en; // => 'blank row'
 * reasonWords('bad-date').zh; // => '不是日期'
 */
export function reasonWords(reason: string): Words {
  return plainReasons[reason] ?? problemHelp[reason as ProblemCode]?.name ?? { zh: reason, en: reason };
}

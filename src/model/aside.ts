import { problemHelp } from './problem-help.ts';
import type { ProblemCode } from './problem.ts';
import type { Words } from './words.ts';

/** Why rows are set aside that have nothing wrong with them. */
const plainReasons: Readonly<Record<string, Words>> = {
  'blank-row': { zh: '空行', en: 'blank row' },
  superseded: { zh: '后来的文件另给了同一条', en: 'given anew by a later drop' },
};

/**
 * Why rows were set aside, in words: a problem by its name in the handbook.
 *
 * @example
 * asideReasons('blank-row').en; // => 'blank row'
 * asideReasons('bad-date').zh; // => '不是日期'
 */
export function asideReasons(reason: string): Words {
  return plainReasons[reason] ?? problemHelp[reason as ProblemCode]?.name ?? { zh: reason, en: reason };
}

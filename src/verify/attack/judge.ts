import type { RuleName } from '../../model/rule.ts';
import type { Range } from './knowledge.ts';

/** The programme's own rules: what is a small group. */
export type Rules = Readonly<Record<RuleName, number>>;

/**
 * Whether a group is surely small, however many it may be of what is still possible. A unit that is withheld has somebody:
 * nobody is published as nobody.
 */
export function isSurelyFew(
  { low, high }: Range,
  somebody: 'surely somebody' | 'perhaps nobody',
  { smallest_published_base: smallest }: Rules,
): boolean {
  return high < smallest && (somebody === 'surely somebody' || low > 0);
}

/** What is possible of a kind of people in a group. */
export interface Kind extends Range {
  /** If everybody is of this kind, that tells of each. */
  readonly telling: boolean;
}

/** Whether, in a small group, it is surely only a few who are of one kind, or only a few who are not, or all of a telling one. */
export function isSurelyTelling(group: Range, kind: Kind, rules: Rules): boolean {
  const { smallest_published_answer: few, small_unit_base: small } = rules;
  if (group.low < 1 || group.high >= small || kind.low < 1) return false;
  const isFew = (count: number) => count > 0 && count < few;
  if (isFew(kind.high)) return true;
  if (group.low !== group.high || kind.high > group.low) return false;
  for (let count = kind.low; count <= kind.high; count += 1)
    if (!isFew(count) && !isFew(group.low - count) && !(kind.telling && count === group.low)) return false;
  return true;
}

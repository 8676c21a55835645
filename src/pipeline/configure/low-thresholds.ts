import type { Problem } from '../../model/problem.ts';
import type { Programme } from '../../model/programme.ts';
import { rules } from '../../model/rule.ts';
import type { PlaceOf } from './yaml.ts';

/** The numbers that keep people from being recognised: raising one is always right, lowering one must be answered for. */
const protecting = [
  rules.smallest_published_base,
  rules.smallest_published_answer,
  rules.small_unit_base,
] as const;

/** The thresholds that protect people less than ours do. Those that protect nobody are refused by their least value. */
export function lowThresholds({ thresholds }: Pick<Programme, 'thresholds'>, placeOf: PlaceOf): Problem[] {
  return protecting.flatMap(({ rule, value }): Problem[] => {
    const set = thresholds?.[rule] ?? value;
    if (set >= value) return [];
    const place = { file: 'programme.yaml', ...placeOf(['thresholds', rule]) };
    return [{ code: 'low-threshold', ...place, value: `${rule}: ${set}`, detail: String(value) }];
  });
}

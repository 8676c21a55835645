import type { CheckedDrop } from '../../model/batch.ts';
import { warehouseOf } from '../../model/engine.ts';
import type { Problem } from '../../model/problem.ts';
import type { Settings } from '../../model/settings.ts';

/** Answers lie in the warehouse or come in drops: from both nobody could say which of two is the same person's. */
export function answersTwice({ programme }: Settings, drops: readonly CheckedDrop[]): Problem[] {
  if (warehouseOf(programme.engine) === null) return [];
  return drops
    .filter(({ kinds }) => kinds.includes('responses'))
    .map(({ file }) => ({ code: 'answers-twice', file, value: programme.engine?.responses ?? '' }));
}

import { intervalBase } from '../../model/cluster.ts';
import { confidence } from '../../model/rule.ts';
import { perMany } from '../../statistics/per-many.ts';
import { cell, numberIn, type Row } from '../read-table.ts';
import { figureKey, type Ground } from './ground.ts';
import { shown, type Numbers } from './numbers.ts';

/** Dissatisfied people per thousand or ten thousand, from the rate itself; null for another kind of figure. */
export function recountPerMany({ figures }: Ground, row: Row): Numbers | null {
  const unit = /^negative_per_(\d+)$/.exec(cell(row, 'measure'))?.[1];
  const rateRow = figures.get(figureKey({ ...row, measure: 'negative_rate' }));
  if (unit === undefined || rateRow === undefined) return null;
  const [count, base] = [numberIn(rateRow, 'count') ?? 0, numberIn(rateRow, 'base') ?? 0];
  const rests = intervalBase({
    base,
    deff: numberIn(rateRow, 'deff'),
    effective_base: numberIn(rateRow, 'effective_base'),
  });
  const many = perMany(count, base, confidence, rests);
  return many === null || String(many.unit) !== unit
    ? null
    : shown({ count, base, value: many.value, low: many.lower, high: many.upper });
}

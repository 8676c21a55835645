import { changeMeasure, chartedCounts, chartedRates } from '../../model/charted.ts';
import { confidence } from '../../model/rule.ts';
import { newcombeDifference } from '../../statistics/newcombe-difference.ts';
import { cell, numberIn, type Row } from '../read-table.ts';
import { figureKey, type Ground } from './ground.ts';
import { shown, without, type Numbers } from './numbers.ts';

function yearBefore(period: string): string {
  return `${Number(period.slice(0, 4)) - 1}${period.slice(4)}`;
}

/** What a measure is the change of, and against which period; null where it is no change. */
function changeOf(measure: string) {
  for (const charted of [...chartedCounts, ...chartedRates])
    for (const against of ['previous', 'year'] as const)
      if (measure === changeMeasure(charted, against)) return { charted, against };
  return null;
}

/** A change between two periods, from the two figures it is made of; null for another kind of figure. */
export function recountChange({ figures, tables }: Ground, row: Row): Numbers | null {
  const change = changeOf(cell(row, 'measure'));
  if (change === null) return null;
  const names = tables.periods.map((one) => cell(one, 'period'));
  const period = cell(row, 'period');
  const before = change.against === 'year' ? yearBefore(period) : (names[names.indexOf(period) - 1] ?? '');
  const at = (when: string) => figures.get(figureKey({ ...row, measure: change.charted, period: when }));
  const [now, then] = [at(period), at(before)];
  if (now === undefined || then === undefined) return null;
  const missing = [now, then].find((one) => cell(one, 'status') !== 'shown');
  if (missing !== undefined) return without(cell(missing, 'status'));
  if (!chartedRates.some((one) => one === change.charted))
    return shown({ value: (numberIn(now, 'value') ?? 0) - (numberIn(then, 'value') ?? 0) });
  const of = (one: Row) => ({ count: numberIn(one, 'count') ?? 0, base: numberIn(one, 'base') ?? 0 });
  const difference = newcombeDifference(of(now), of(then), confidence);
  return shown({
    value: difference?.difference ?? null,
    low: difference?.lower ?? null,
    high: difference?.upper ?? null,
  });
}

import { allTime } from '../../model/published.ts';
import { rankedMeasure, rankSeed } from '../../model/ranked.ts';
import { confidence } from '../../model/rule.ts';
import { rankRange } from '../../statistics/rank-range.ts';
import { shrunkenRates } from '../../statistics/shrunken-rates.ts';
import { cell, numberIn, type Row } from '../read-table.ts';
import { figureKey, type Ground } from './ground.ts';
import { shown, type Numbers } from './numbers.ts';

/** What a ranking says: the figures, and the band of each rank. */
export interface Ranks {
  readonly numbers: ReadonlyMap<string, Numbers>;
  readonly bands: ReadonlyMap<string, string>;
}

/** The stabilised rates, the ranges of ranks and the bands of a programme that must rank its departments, from the rates themselves. */
export function recountRanks({ tables }: Ground): Ranks {
  const numbers = new Map<string, Numbers>();
  const bands = new Map<string, string>();
  if (!tables.figures.some((row) => cell(row, 'measure') === `${rankedMeasure}_rank`))
    return { numbers, bands };
  const rows = tables.figures.filter(
    (row) =>
      cell(row, 'measure') === rankedMeasure &&
      cell(row, 'subject_kind') === 'department' &&
      cell(row, 'period') === allTime &&
      (numberIn(row, 'base') ?? 0) > 0,
  );
  const units = rows.map((row) => ({ count: numberIn(row, 'count') ?? 0, base: numberIn(row, 'base') ?? 0 }));
  const rates = shrunkenRates(units, confidence);
  const ranges = rankRange(units, { seed: rankSeed, confidence });
  rows.forEach((row: Row, place) => {
    const [one, range, unit] = [rates?.units[place], ranges[place], units[place]];
    if (one === undefined || range === undefined || unit === undefined) return;
    const key = (measure: string) => figureKey({ ...row, measure: `${rankedMeasure}_${measure}` });
    numbers.set(key('stabilised'), shown({ ...unit, value: one.estimate, low: one.lower, high: one.upper }));
    numbers.set(key('rank'), shown({ base: units.length, low: range.best, high: range.worst }));
    bands.set(key('rank'), range.band);
  });
  return { numbers, bands };
}

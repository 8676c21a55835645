import { comparedMeasures, innerCoverage, outerCoverage } from '../model/compared.ts';
import type { Comparison, FigureStatus, LimitKind } from '../model/published.ts';
import {
  regionalMeasures,
  regionalSurveyMeasure,
  type RegionalMeasure,
  type Uncompared,
} from '../model/regional.ts';
import { rules } from '../model/rule.ts';
import type { Verdict } from '../statistics/binomial-verdict.ts';
import { fieldLimits, fieldVerdict, funnelField, type FunnelField } from '../statistics/funnel-field.ts';
import type { Proportion } from '../statistics/interval.ts';
import { cell, numberIn, type Row } from '../verify/read-table.ts';
import type { City } from './city.ts';

/** What is said of a city's rate beside the others, or why nothing is. */
interface Judgement {
  readonly comparison: Comparison | '';
  readonly uncompared: Uncompared | '';
  readonly centre: number | null;
  readonly inner_low: number | null;
  readonly inner_high: number | null;
  readonly limit_low: number | null;
  readonly limit_high: number | null;
  readonly limits: LimitKind | '';
}

/** One figure of a city, held against the other cities. */
export interface CityFigure extends Judgement {
  readonly measure: RegionalMeasure;
  readonly question_id: string;
  readonly count: number | null;
  readonly base: number | null;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly status: FigureStatus;
}

const silent: Judgement = {
  comparison: '',
  uncompared: '',
  centre: null,
  inner_low: null,
  inner_high: null,
  limit_low: null,
  limit_high: null,
  limits: '',
};

const comparisonOf = {
  higher: 'higher',
  'as-expected': 'as_expected',
  lower: 'lower',
  'too-few': 'too_few',
} as const satisfies Readonly<Record<Verdict, Comparison>>;

const isCompared = (measure: RegionalMeasure) => (comparedMeasures as readonly string[]).includes(measure);

const isInvented = ({ facts }: City) => facts['demonstration'] === 'true';

/** As many decimals as the packages themselves have. */
const rounded = (value: number | null | undefined) => (value == null ? null : Number(value.toFixed(6)));

/** How many cases a city's rate rests on; null where it shows none. */
function unitOf(row: Row | undefined): Proportion | null {
  const [count, base] = [numberIn(row, 'count'), numberIn(row, 'base')];
  return count === null || base === null || base === 0 ? null : { count, base };
}

/** Why a city's rate is left out, whatever the others are; null where it takes part. */
function leftOut(city: City, measure: RegionalMeasure, inventedCount: 'all' | 'some'): Uncompared | null {
  if (inventedCount === 'some' && isInvented(city)) return 'demonstration';
  if (unitOf(city.figures[measure]) === null) return 'no_cases';
  return city.sameDefinition.includes(measure) ? null : 'other_definition';
}

function judged(row: Row, unit: Proportion, field: FunnelField): Judgement {
  const smallest = rules.smallest_judged_base.value;
  const centre = rounded(field.rate);
  // Where a city itself says that its cases are too few, nobody says more of them.
  if (cell(row, 'status') !== 'shown' || unit.base < smallest)
    return { ...silent, comparison: 'too_few', centre };
  const [inner, outer] = [innerCoverage, outerCoverage].map((part) => fieldLimits(field, unit.base, part));
  return {
    ...silent,
    comparison: comparisonOf[fieldVerdict(unit, field, smallest)],
    centre,
    inner_low: rounded(inner?.lower),
    inner_high: rounded(inner?.upper),
    limit_low: rounded(outer?.lower),
    limit_high: rounded(outer?.upper),
    limits: field.dispersion === null ? 'exact' : 'additive',
  };
}

/** What is said of one measure of each city. */
function judgeMeasure(cities: readonly City[], measure: RegionalMeasure): Judgement[] {
  if (measure === regionalSurveyMeasure) return cities.map(() => ({ ...silent, uncompared: 'own_question' }));
  // Counts depend on how large a city is and how long it has looked: they stand side by side and are not compared.
  if (!isCompared(measure)) return cities.map(() => silent);
  const invented = cities.every(isInvented) ? 'all' : 'some';
  const reasons = cities.map((city) => leftOut(city, measure, invented));
  const units = cities.flatMap((city, place) => {
    const unit = unitOf(city.figures[measure]);
    return reasons[place] === null && unit !== null ? [unit] : [];
  });
  const field = funnelField(units);
  return cities.map((city, place) => {
    const [row, reason] = [city.figures[measure], reasons[place] ?? null];
    const unit = unitOf(row);
    if (reason !== null || row === undefined || unit === null)
      return { ...silent, uncompared: reason ?? 'no_cases' };
    return field === null ? { ...silent, uncompared: 'alone' } : judged(row, unit, field);
  });
}

/**
 * The figures of every city, each rate held against all cities that take part. Invented data are not held against real
 * ones, nor a rate against one that is defined otherwise, nor a survey against another. Nobody is ranked.
 */
export function compareCities(cities: readonly City[]): CityFigure[][] {
  const judgements = new Map(regionalMeasures.map((measure) => [measure, judgeMeasure(cities, measure)]));
  return cities.map((city, place) =>
    regionalMeasures.flatMap((measure): CityFigure[] => {
      const row = city.figures[measure];
      if (row === undefined) return [];
      return [
        {
          measure,
          question_id: cell(row, 'question_id'),
          count: numberIn(row, 'count'),
          base: numberIn(row, 'base'),
          value: numberIn(row, 'value'),
          low: numberIn(row, 'low'),
          high: numberIn(row, 'high'),
          status: cell(row, 'status') as FigureStatus,
          ...(judgements.get(measure)?.[place] ?? silent),
        },
      ];
    }),
  );
}

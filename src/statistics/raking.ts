import { sum } from 'simple-statistics';
import { requirePositive } from './requirements.ts';

const defaultRounds = 10_000;
/** Margins agree when they are met to this relative accuracy. */
const accuracy = 1e-12;
/** Margins that count the same people may differ by rounding, not by more. */
const totalsAgreement = 1e-9;

/** How many people of the population are in each category of each margin. */
export type Margins = Readonly<Record<string, Readonly<Record<string, number>>>>;
export type Respondent = Readonly<Record<string, string>>;

export interface RakingOptions {
  /** Weight of each respondent before raking (default 1 each). */
  readonly baseWeights?: readonly number[];
  /** Give up after so many rounds (default 10,000). */
  readonly rounds?: number;
}

/** One category of one margin: its population and the respondents in it. */
interface Category {
  readonly population: number;
  readonly members: readonly number[];
}

function membersOf(respondents: readonly Respondent[], margin: string): ReadonlyMap<string, number[]> {
  const members = new Map<string, number[]>();
  for (const [position, respondent] of respondents.entries()) {
    const category = respondent[margin] ?? '';
    const others = members.get(category);
    if (others === undefined) members.set(category, [position]);
    else others.push(position);
  }
  return members;
}

function categoriesOf(
  respondents: readonly Respondent[],
  margin: string,
  populationOf: Readonly<Record<string, number>>,
): readonly Category[] {
  const members = membersOf(respondents, margin);
  const populations = new Map(Object.entries(populationOf));
  for (const category of members.keys()) {
    if (!populations.has(category)) {
      throw new Error(`raking needs a population for every category, got none for ${margin} "${category}"`);
    }
  }
  return [...populations].map(([category, population]) => {
    const found = members.get(category);
    requirePositive(`raking of ${margin} "${category}"`, population);
    if (found === undefined) {
      throw new Error(`raking needs respondents in every category, got none in ${margin} "${category}"`);
    }
    return { population, members: found };
  });
}

function requireSameTotals(margins: Margins): void {
  const totals = Object.entries(margins).map(([name, margin]) => ({
    name,
    total: sum(Object.values(margin)),
  }));
  const first = totals[0];
  if (first === undefined) throw new Error('raking needs at least one margin');
  for (const { name, total } of totals) {
    if (Math.abs(total - first.total) > totalsAgreement * first.total) {
      throw new Error(
        `raking needs margins with one total, got ${first.total} for ${first.name} and ${total} for ${name}`,
      );
    }
  }
}

function startWeights(count: number, baseWeights: readonly number[] | undefined): number[] {
  if (baseWeights === undefined) return new Array<number>(count).fill(1);
  if (baseWeights.length !== count) {
    throw new Error(`raking needs a base weight for each respondent, got ${baseWeights.length} for ${count}`);
  }
  for (const weight of baseWeights) requirePositive('raking', weight);
  return [...baseWeights];
}

/** Scales the members of one category to its population; gives the relative change that it took. */
function scaleToPopulation(weights: number[], { population, members }: Category): number {
  const factor = population / sum(members.map((member) => weights[member] as number));
  for (const member of members) weights[member] = (weights[member] as number) * factor;
  return Math.abs(factor - 1);
}

/**
 * Raking weights (iterative proportional fitting); with one margin, post-stratification.
 *
 * Question: how much must each answer count so that the respondents match the population in every margin? Only where the
 * population margins can be trusted; it does not cure self-selection.
 *
 * Method: Deming and Stephan 1940, each margin in turn until all are met to 1e-12, as R's survey::rake. Publish with
 * `kish`; cap or merge when the largest weight exceeds 5 times the mean.
 *
 * Edges: throws rather than weight badly: a category without respondents, a respondent outside all categories, a
 * population that is not above zero, margins with different totals, base weights that are not above zero, margins that
 * cannot be met together. No respondents is a category without respondents.
 *
 * @example
 * raking([{ age: 'u60' }, { age: 'u60' }, { age: '60p' }], { age: { u60: 500, '60p': 500 } }) // => [250,250,500]
 * raking([{ age: 'u60' }], { age: { u60: 500, '60p': 500 } }) // => throws raking needs respondents in every category, got none in age "60p"
 * raking([{ age: 'u60' }], {}) // => throws raking needs at least one margin
 */
export function raking(
  respondents: readonly Respondent[],
  margins: Margins,
  options: RakingOptions = {},
): readonly number[] {
  const { baseWeights, rounds = defaultRounds } = options;
  requireSameTotals(margins);
  const categories = Object.entries(margins).flatMap(([margin, populations]) =>
    categoriesOf(respondents, margin, populations),
  );
  const weights = startWeights(respondents.length, baseWeights);
  for (let round = 0; round < rounds; round += 1) {
    const changes = categories.map((category) => scaleToPopulation(weights, category));
    if (Math.max(...changes) <= accuracy) return weights;
  }
  throw new Error(`raking needs margins that can be met together, got none after ${rounds} rounds`);
}

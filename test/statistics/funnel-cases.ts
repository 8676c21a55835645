import type { Proportion } from '../../src/statistics/interval.ts';
import { readReference } from './reference.ts';

type Pair = readonly [number, number];

interface ExpectedDispersion {
  readonly z: readonly number[];
  readonly winsorised_z: readonly number[];
  readonly phi: number;
  readonly tau2: number;
  readonly z_additive: readonly number[];
  readonly limits95_additive: readonly Pair[];
  readonly limits998_additive: readonly Pair[];
}

export interface ExpectedFunnel {
  readonly theta: number;
  readonly chisq_homogeneity: number;
  readonly df: number;
  readonly p_homogeneity: number;
  readonly units: readonly {
    readonly unit: string;
    readonly x: number;
    readonly n: number;
    readonly p_low: number;
    readonly p_high: number;
    readonly lim95: Pair;
    readonly lim998: Pair;
    readonly flag: string;
    readonly eb: number;
    readonly eb_lower: number | null;
    readonly eb_upper: number | null;
  }[];
  readonly overdispersion_natural: ExpectedDispersion;
  readonly overdispersion_arcsine: ExpectedDispersion;
  readonly eb_rho: number;
  readonly eb_M: number | null;
}

/** The three sets of units with what R makes of them. */
export const funnelSets = ['cbpp_herds', 'departments20', 'no_dispersion'].map((name) => ({
  name,
  ...readReference<ExpectedFunnel>(`funnel/${name}.json`),
}));

export function unitsOf(expected: ExpectedFunnel): readonly Proportion[] {
  return expected.units.map(({ x, n }) => ({ count: x, base: n }));
}

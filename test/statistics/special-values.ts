import { readReference } from './reference.ts';

interface BinomialCase {
  readonly x: number;
  readonly n: number;
  readonly p: number;
  readonly pmf: number;
  readonly cdf: number;
  readonly sf_ge: number;
  readonly q025: number;
  readonly q975: number;
  readonly q001: number;
  readonly q999: number;
}

/** Values of R's distribution functions. */
export const special = readReference<{
  readonly qnorm: readonly { readonly p: number; readonly q: number }[];
  readonly pnorm: readonly { readonly z: number; readonly lower: number; readonly upper: number }[];
  readonly qt: readonly { readonly p: number; readonly df: number; readonly q: number }[];
  readonly pt_upper: readonly { readonly t: number; readonly df: number; readonly upper: number }[];
  readonly pchisq_upper: readonly { readonly x: number; readonly df: number; readonly upper: number }[];
  readonly qbeta: readonly {
    readonly p: number;
    readonly a: number;
    readonly b: number;
    readonly q: number;
  }[];
  readonly binom: readonly BinomialCase[];
}>('special/distributions.json');

/** What is said of a figure beside others: the columns of `figures.csv` that are no numbers of its own. */
export interface Judgement {
  readonly comparison: string;
  readonly signal: string;
  readonly centre: number | null;
  readonly inner_low: number | null;
  readonly inner_high: number | null;
  readonly limit_low: number | null;
  readonly limit_high: number | null;
  readonly limits: string;
  readonly band: string;
  readonly p_adjusted: number | null;
}

/** What is said of a figure that is neither compared nor charted, ranked or tested. */
export const unjudged: Judgement = {
  comparison: '',
  signal: '',
  centre: null,
  inner_low: null,
  inner_high: null,
  limit_low: null,
  limit_high: null,
  limits: '',
  band: '',
  p_adjusted: null,
};

/** Judgements by the key of their figure; what is not said is blank. */
export type Judgements = ReadonlyMap<string, Partial<Judgement>>;

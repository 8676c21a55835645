import type { Code } from './record.ts';

/** What the population of a survey can be known by, in the order in which two of them are joined in a subject. */
export const marginDimensions = [
  { code: 'department', zh: '部门', en: 'department' },
  { code: 'service', zh: '事项', en: 'service' },
  { code: 'hall', zh: '大厅', en: 'hall' },
  { code: 'channel', zh: '渠道', en: 'channel' },
  { code: 'respondent', zh: '回答者', en: 'kind of respondent' },
] as const satisfies readonly Code[];

/** The rates of the programme that are weighted. */
export const weightedMeasures = [
  'positive_rate',
  'negative_rate',
  'favourable_rate',
  'unfavourable_rate',
] as const;

/** Beyond this multiple of the mean one answer speaks for too many: the categories want merging first. */
export const largestWeight = 5;

/** Rounds of raking; margins that have not met by then never will. */
export const mostRounds = 1000;

/** So many of the population (people, or transactions) belong to this category of this dimension. */
export interface Margin {
  readonly dimension: string;
  readonly category: string;
  readonly population: number;
}

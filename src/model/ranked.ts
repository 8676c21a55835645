/** What a ranking is by, where local rules demand one. */
export const rankedMeasure = 'on_time_rate';

/** Any number: the same one, so that the same data give the same ranges of ranks. */
export const rankSeed = 20200101;

/**
 * How many periods of one department or question a page shows, the latest ones: what came before stands in the files. After six years
 * of months every row of them would make a page that nobody reads, and weigh more than all else on it. Drawn: two years of months or
 * six years of quarters. Listed one below the other, with a bar each: two years of quarters, or so many months.
 */
export const mostPeriods = { drawn: 24, listed: 8 } as const;

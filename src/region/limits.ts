/*
 * How much a site may ask of whoever reads it. A package of a hundred thousand findings in all its forms is some hundreds
 * of megabytes; what is more is most likely no package, and what hangs is most likely down.
 */

/** All files of a package together, in bytes, unless the caller says otherwise. */
export const largestPackage = 1_000_000_000;

/** One file, which is held in memory while its hash is taken. */
export const largestFile = 256_000_000;

/** Files of a package: each department, hall, category and question has some. */
export const mostFiles = 100_000;

/** Milliseconds without a byte after which an address counts as silent. */
export const longestSilence = 30_000;

/** Redirections that are followed, all on the same host. */
export const mostRedirects = 5;

/** Milliseconds that reading and verifying one city may take. */
export const longestReading = 30 * 60_000;

/** Megabytes that verifying one city may take. */
export const heldMegabytes = 3_000;

/** Faults that are shown of a refused city; the first are as good as all. */
export const shownFaults = 20;

/** Days after which the share of problems fixed is published. */
export const horizons = [15, 30, 60] as const;

/** The last of them: up to it means are taken, and so long a period must be over before its rates are compared. */
export const longestHorizon = 60;

/** The kinds of unit that are held against others of their kind, over all time. */
export const comparedKinds = ['department', 'hall'] as const;

/** The rates by which they are. */
export const comparedMeasures = ['on_time_rate', 'confirmed_rate'] as const;

/** How much of chance lies within the inner line of a funnel, which is drawn. */
export const innerCoverage = 0.95;

/** How much lies within the outer line; beyond it words are put beside a unit. */
export const outerCoverage = 0.998;

/** So many bases are enough for a smooth line. */
export const funnelPoints = 40;

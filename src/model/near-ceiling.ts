/** Below this negative share nearly all are satisfied, and a percentage hardly moves. */
export const nearCeiling = 0.1;

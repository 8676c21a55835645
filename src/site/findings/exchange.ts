import { problems } from './findings.ts';

/**
 * Whether the register tells what passed between office and department. One that says only what was found and when it was mended
 * knows of no message and no reply: that nothing was sent, or that a department never answered, would be our invention.
 */
export const exchangeTold = problems.some(({ sent_on, replies }) => sent_on !== '' || (replies ?? 0) > 0);

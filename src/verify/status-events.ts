import { statuses } from '../model/record.ts';

/** The events that bring the status of their name; the others say nothing of it. */
export const statusEvents: ReadonlySet<string> = new Set(statuses.map(({ code }) => code));

import { severities, type Code } from '../model/record.ts';
import { tables } from './tables/tables.ts';

/** The limit of one severity, as a fact of `programme.csv`. */
export interface Limit extends Code {
  readonly field: string;
  readonly days: number;
}

/** The limits of all severities, and the last day on which what was sent had them; '' of those that hold now. */
export interface Limits {
  readonly until: string;
  readonly limits: readonly Limit[];
}

const facts = tables.programme.flatMap(({ field, value }) => {
  const [, severity, until = ''] = /^deadline_([a-z]+)(?:_until_(.+))?$/.exec(field) ?? [];
  const code = severities.find((one) => one.code === severity);
  return code ? [{ ...code, field, days: Number(value), until }] : [];
});

/** The limits that departments have and had, those that hold now first, the earlier ones from the latest on. */
export const limitsByTime: readonly Limits[] = [...Map.groupBy(facts, ({ until }) => until)]
  .map(([until, limits]) => ({ until, limits }))
  .sort((one, other) => (one.until === '' ? -1 : other.until === '' ? 1 : one.until < other.until ? 1 : -1));

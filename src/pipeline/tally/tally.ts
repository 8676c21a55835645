import { readFileSync } from 'node:fs';
import type { Query } from '../../model/query.ts';
import { tallyNames, type Tallies, type TallyName } from '../../model/tally.ts';

/** The statement that makes a tally, as its file has it; the method page prints it from here. */
export function tallyStatement(name: TallyName): string {
  return readFileSync(new URL(`${name}.sql`, import.meta.url), 'utf8');
}

/** Counts the register: one SQL file a tally, in the common core of the dialects. */
export async function tally(query: Query): Promise<Tallies> {
  const tallies = {} as Record<TallyName, Tallies[TallyName]>;
  for (const name of tallyNames) tallies[name] = await query(tallyStatement(name));
  return tallies;
}

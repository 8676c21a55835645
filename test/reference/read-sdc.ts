import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/* The cases of disclosure control in `sdc/`, with the bounds that R found: MANIFEST.md. */

/** A number that a reader knows: the sum of some atoms lies between two numbers. */
export interface Published {
  readonly id: string;
  readonly atoms: readonly number[];
  readonly lo: number;
  readonly hi: number | null;
}

/** What can be known of a withheld number, in fractions and in whole numbers. */
export interface Expected {
  readonly id: string;
  readonly lp: readonly [number, number | null];
  readonly int: readonly [number, number | null];
  readonly true: number;
  readonly adequate_T5: boolean;
}

export interface Case {
  readonly id: string;
  readonly description: string;
  readonly atoms: readonly string[];
  readonly published: readonly Published[];
  readonly withheld: readonly Pick<Published, 'id' | 'atoms'>[];
  readonly expected: readonly Expected[];
}

/** Reads every case that is a table; two are of rates and means alone. */
export function readSdc(): Case[] {
  const folder = join(import.meta.dirname, 'sdc');
  return readdirSync(folder)
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Case)
    .filter(({ atoms }) => atoms !== undefined);
}

import type { Words } from '../model/words.ts';
import type { Difference } from '../verify/difference.ts';
import type { City } from './city.ts';
import { shownFaults } from './limits.ts';
import { readCity } from './read-city.ts';
import { Refusal } from './refusal.ts';
import type { Source } from './source.ts';

/* The program that `read-city-apart.ts` starts: it reads one city, and whatever that city does to it, it does to this process. */

/** What the program is asked. */
export interface Asked {
  readonly source: Source;
  /** The largest package that is read, in bytes. */
  readonly most: number;
}

/** What the program says. */
export type Told = { readonly city: City } | { readonly why: Words; readonly faults: readonly Difference[] };

async function told({ source, most }: Asked): Promise<Told> {
  try {
    return { city: await readCity(source, most) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { why: error.why, faults: error.faults.slice(0, shownFaults) };
  }
}

process.stdout.write(JSON.stringify(await told(JSON.parse(process.argv[2] ?? '') as Asked)));

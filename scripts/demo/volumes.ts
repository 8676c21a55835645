import type { City } from './city.ts';
import type { Finding } from './finding.ts';
import { findingsOf } from './findings.ts';
import { numbersFor } from './numbered-plans.ts';
import { type Chance, randomFrom } from './random.ts';

/** Problems that are invented, and held in memory, at once; a larger programme is one volume after another. */
const problemsInVolume = 10_000;

/** A part of a large programme, with chance of its own: numbers go on from one to the next, everything else begins again. */
export interface Volume {
  readonly chance: Chance;
  readonly problems: number;
  readonly findings: readonly Finding[];
}

/** Invents the findings of a programme volume by volume. */
export function* volumesOf(seed: number, city: City, problems: number): Generator<Volume> {
  const numbers = numbersFor(problems);
  for (let before = 0; before < problems; before += problemsInVolume) {
    const chance: Chance = (name) =>
      randomFrom(seed, before === 0 ? name : `${name} of volume ${before / problemsInVolume}`);
    const here = Math.min(problemsInVolume, problems - before);
    yield { chance, problems: here, findings: findingsOf(chance, city, here, numbers) };
  }
}

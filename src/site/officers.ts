import { officersIn, type Officers } from '../model/officers.ts';
import { factsIfAny } from './facts-if-any.ts';

let known: Officers | undefined;

/** What the programme of this site calls those who look. */
export function officers(): Officers {
  known ??= officersIn(factsIfAny());
  return known;
}

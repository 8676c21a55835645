/**
 * A part of one page that says something else on another day, as how long a problem has been open: where it begins and ends, as nothing
 * else on the page does, and what it says now, beginning and end included. What says nothing is not there.
 */
export interface MovingPart {
  readonly begins: string;
  readonly ends: string;
  readonly says: string;
}

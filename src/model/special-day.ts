import type { Words } from './words.ts';

/** A day that is not what its weekday says: a public holiday on a weekday, or a make-up day at a weekend, on which people work. */
export interface SpecialDay {
  readonly day: string;
  readonly working: boolean;
  /** The holiday that it is, or that it makes up for, by language. */
  readonly occasion: Words & Readonly<Record<string, string>>;
}

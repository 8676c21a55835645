import { asOfInRecord } from '../findings/finding-record.ts';
import { asOfLine, citedDay } from '../markup/as-of-markup.ts';
import type { AsOf } from './restate.ts';

/** What the pages of a language that may be taken over say of the state of the data, and the files beside them. */
export function asOfTexts(language: string): AsOf {
  return [asOfLine(language), citedDay(), asOfInRecord()];
}

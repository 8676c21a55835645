import type { Redaction } from '../../model/settings.ts';
import type { Fault, ReadCell } from './fault.ts';
import { contentHash } from './personal/content-hash.ts';
import { findPersonal, type PublicContacts } from './personal/find-personal.ts';
import { kindsOf } from './personal/kinds.ts';
import type { Place } from './personal/place.ts';
import { excerpt, redact } from './personal/redact.ts';
import { longestCell, textFault, withoutSteering } from './text.ts';

/** What the texts of a programme are held against before anybody may read them. */
export interface TextRules {
  readonly allowed: PublicContacts;
  /** What was decided about texts with personal data, by hash. */
  readonly redactions: ReadonlyMap<string, Redaction>;
  /** Called with the hash of each decision that a text used. */
  readonly onRedaction: (hash: string) => void;
}

/** Enough of a hash to know a text by on the command line. */
const shownHash = 12;

function personalFault(text: string, hash: string, places: readonly Place[], language: string): Fault {
  const kinds = kindsOf(places);
  const proposal = redact(text, places, language);
  const accept = `--accept ${hash.slice(0, shownHash)}`;
  return {
    code: 'personal-data',
    value: excerpt(text, places),
    detail: {
      zh: `${kinds.zh}。同意下面的改写：npm run check -- ${accept}；不涉及个人：${accept},kept；另写：${accept},redacted,新的文字。改为：“${proposal}”`,
      en: `${kinds.en}. To agree to what follows: npm run check -- ${accept}; if nobody is in it: ${accept},kept; in other words: ${accept},redacted,new text. It becomes: “${proposal}”`,
    },
    settle: { file: 'redactions', cells: [hash, 'redacted', proposal] },
  };
}

/** A replacement may be replaced in turn, once it is found to hold personal data itself; not for ever. */
const mostReplacements = 3;

/**
 * Reads a text that anybody may read once it is published. Anything by which somebody may be recognised is a fault, until
 * a person has decided about this very text, and so is a formula or markup. What is not seen and steers how a text is shown is
 * left out. `language` is that of the column.
 */
export function publicTextReader(rules: TextRules, language: string): ReadCell {
  const readOne = (cell: string, replacements: number): string | Fault => {
    if (cell.length > longestCell) return textFault(cell) ?? cell;
    const places = findPersonal(cell, rules.allowed);
    if (places.length === 0) return textFault(cell) ?? cell;
    const hash = contentHash(cell);
    const decided = rules.redactions.get(hash);
    if (decided === undefined || replacements === mostReplacements)
      return personalFault(cell, hash, places, language);
    rules.onRedaction(hash);
    return decided.decision === 'kept'
      ? (textFault(cell) ?? cell)
      : readOne(decided.replacement, replacements + 1);
  };
  return (cell) => readOne(withoutSteering(cell), 0);
}

/**
 * What stands in the record of a text that was read: a formula or markup is kept as it is, for programmes that tolerate
 * it; of any other fault nothing is.
 */
export function keptText(read: string | Fault): string {
  if (typeof read === 'string') return read;
  return read.code === 'formula-in-cell' || read.code === 'markup-in-cell' ? read.value : '';
}

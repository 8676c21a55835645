import type { Redaction } from '../../model/settings.ts';
import { remembering, type Fault, type ReadCell } from './fault.ts';
import { contentHash } from './personal/content-hash.ts';
import { findPersonal, type PublicContacts } from './personal/find-personal.ts';
import { personalKinds } from './personal/kinds.ts';
import type { Place } from './personal/place.ts';
import { excerpts, redact } from './personal/redact.ts';
import { longestCell, textFault } from './text.ts';

/** What the texts of a programme are held against before anybody may read them. */
export interface TextRules {
  readonly allowed: PublicContacts;
  /** What was decided about texts with personal data, by hash. */
  readonly redactions: ReadonlyMap<string, Redaction>;
  /** Called with the hash of each decision that a text used. */
  readonly onRedaction: (hash: string) => void;
}

/** How many places are described; the proposal covers them all. */
const mostDescribed = 5;

function personalFault(text: string, hash: string, places: readonly Place[], language: string): Fault {
  const shown = places.slice(0, mostDescribed);
  const around = excerpts(text, shown);
  const rest = places.length - shown.length;
  const list = (key: 'zh' | 'en') =>
    shown.map(({ kind }, position) => `${personalKinds[kind][key]} ${around[position]}`);
  const proposal = redact(text, places, language);
  return {
    code: 'personal-data',
    value: around.join(' '),
    detail: {
      zh: `${list('zh').join('；')}${rest > 0 ? `；另有 ${rest} 处` : ''}。建议改为：“${proposal}”。同意：npm run check -- --accept ${hash}；其实不涉及个人：--accept ${hash},kept；另写：--accept "${hash},redacted,……"`,
      en: `${list('en').join('; ')}${rest > 0 ? `; ${rest} more` : ''}. Proposed: “${proposal}”. To agree: npm run check -- --accept ${hash}. If nobody is in it: --accept ${hash},kept. In other words: --accept "${hash},redacted,…"`,
    },
    settle: { file: 'redactions', cells: [hash, 'redacted', proposal] },
  };
}

/** A replacement may be replaced in turn, once it is found to hold personal data itself; not for ever. */
const mostReplacements = 3;

/**
 * Reads a text that anybody may read once it is published. Anything by which somebody may be recognised is a fault, until
 * a person has decided about this very text, and so is a formula or markup. `language` is that of the column.
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
  return remembering((cell) => readOne(cell, 0));
}

/**
 * What stands in the record of a text that was read: a formula or markup is kept as it is, for programmes that tolerate
 * it; of any other fault nothing is.
 */
export function keptText(read: string | Fault): string {
  if (typeof read === 'string') return read;
  return read.code === 'formula-in-cell' || read.code === 'markup-in-cell' ? read.value : '';
}

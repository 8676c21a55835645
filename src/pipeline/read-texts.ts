import { textRules } from './check/plan.ts';
import { publicTextReader } from './check/public-text.ts';
import type { TextReader } from './configure/list-texts.ts';

/**
 * Holds the texts of lists and settings against what nobody may be recognised by, as those of drops are: one check, and one list of
 * decisions, of which `onRedaction` hears.
 */
export function readTexts(onRedaction: (hash: string) => void): TextReader {
  return (programme, redactions) => {
    const rules = textRules({ programme, redactions }, onRedaction);
    return (text, language) => {
      const read = publicTextReader(rules, language)(text);
      return typeof read === 'string' || read.code === 'personal-data' ? read : text;
    };
  };
}

import { asOfInRecord } from '../findings/finding-record.ts';
import { asOfLine, citedDay } from '../markup/as-of-markup.ts';
import { findingOf } from '../findings/findings.ts';
import { movingInRecord, movingOnPage } from '../findings/moving-parts.ts';
import type { MovingPart } from '../markup/moving-part.ts';
import type { AsOf } from './restate.ts';

/** What the pages of a language that may be taken over say of the state of the data, and the files beside them. */
export function asOfTexts(language: string): AsOf {
  return [asOfLine(language), citedDay(), asOfInRecord()];
}

/** What one page says anew each day, or the file of a finding: nothing, but for those of findings. */
export function partsOfFile(name: string, language: string): readonly MovingPart[] {
  const [, id = '', file] = /(?:^|\/)findings\/([^/]+)\/(index\.html|finding\.json)$/.exec(name) ?? [];
  const finding = findingOf(id);
  if (finding === undefined) return [];
  return file === 'finding.json' ? movingInRecord(finding) : movingOnPage(finding, language);
}

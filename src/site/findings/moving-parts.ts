import { handsMarkup, handsHeading } from '../markup/hands-markup.ts';
import { verdictBegins, verdictEnds, verdictMarkup } from '../markup/verdict-markup.ts';
import type { MovingPart } from '../markup/moving-part.ts';
import { eventsOf } from './finding-events.ts';
import { recordText } from './finding-record.ts';
import type { Finding } from './findings.ts';
import { movingColumns } from './moving-columns.ts';

/** The parts of a finding's page that say something else each day: where it stands and since when, and whose hands it has been in. */
export function movingOnPage(finding: Finding, language: string): readonly MovingPart[] {
  return [
    { begins: verdictBegins, ends: verdictEnds, says: verdictMarkup(finding, language) },
    {
      begins: handsHeading(language),
      ends: '</svg>',
      says: handsMarkup(finding, eventsOf(finding.finding_id), language),
    },
  ];
}

/** The lines that do so of the file beside it. */
export function movingInRecord(finding: Finding): readonly MovingPart[] {
  const lines = recordText(finding).split('\n');
  return movingColumns.map((column) => {
    const begins = `  "${column}": `;
    const line = lines.find((one) => one.startsWith(begins));
    return { begins, ends: '\n', says: line === undefined ? '' : `${line}\n` };
  });
}

import { dayMarkup } from './day-markup.ts';
import { dayNumber, percent } from '../drawing.ts';
import { filled } from './filled.ts';
import type { FindingEvent } from '../findings/finding-events.ts';
import type { Finding } from '../findings/findings.ts';
import { holdsOf } from '../findings/hands.ts';
import { text } from '../i18n/text.ts';
import { programme } from '../programme.ts';
import { xmlText } from './xml.ts';

/** How that part of a page begins. */
export function handsHeading(language: string): string {
  return `<h2>${xmlText(text(language).finding.hands)}</h2>`;
}

/**
 * Whose hands a finding was in, from its being sent until now, as a bar with the limit marked, drawn to the day: a part of its page, as
 * markup. Nothing where it was in none for a day.
 */
export function handsMarkup(finding: Finding, events: readonly FindingEvent[], language: string): string {
  const words = text(language).finding;
  const holds = holdsOf(events, programme.cutoff);
  const from = holds[0]?.from ?? '';
  const to = holds.at(-1)?.to ?? '';
  const begin = dayNumber(from);
  // A limit that lies beyond the last step still has its place on the line.
  const length = Math.max(dayNumber(to), finding.due_on ? dayNumber(finding.due_on) : 0) - begin;
  if (holds.length === 0 || !(length > 0)) return '';
  const at = (date: string) => percent(dayNumber(date) - begin, length);
  const limit = finding.due_on && finding.due_on >= from ? at(finding.due_on) : undefined;
  const day = (date: string) => dayMarkup(date, language);
  const bars = holds.map((hold) => {
    const look = hold.holder === 'officer' ? 'class="f-aw" fill="url(#hx)"' : 'class="f-ink"';
    const width = percent(dayNumber(hold.to) - dayNumber(hold.from), length);
    return `<rect ${look} x="${at(hold.from)}" y="6" width="${width}" height="18"></rect>`;
  });
  return [
    handsHeading(language),
    '<p class="sm">',
    filled(words.handsGloss, { from: day(from), to: day(to) }),
    limit === undefined ? '' : filled(words.handsLimit, { due: day(finding.due_on) }),
    `</p><svg class="bar gantt" width="100%" height="30" role="img" aria-label="${xmlText(words.handsLabel)}">`,
    ...bars,
    limit === undefined ? '' : `<line x1="${limit}" x2="${limit}" y1="0" y2="30"></line>`,
    '</svg>',
  ].join('');
}

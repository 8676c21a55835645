import { cellMarkup } from './cell-markup.ts';
import { dayMarkup } from './day-markup.ts';
import { filled } from './filled.ts';
import type { Finding } from '../findings/findings.ts';
import { text } from '../i18n/text.ts';
import { outcomeOf } from '../findings/outcome.ts';
import { programme } from '../programme.ts';
import { statusMarkup } from './status-markup.ts';

/** How the line begins and ends. */
export const verdictBegins = '<p class="verdict">';
export const verdictEnds = '</p>';

/** Where a problem stands, since when, and how the time used compares with the limit: a line of its page, as markup. */
export function verdictMarkup(finding: Finding, language: string): string {
  const words = text(language).finding;
  const outcome = outcomeOf(finding);
  const {
    used_working_days: used,
    limit_working_days: limit,
    overdue_working_days: overdue,
    days_open: open,
    times_reopened: times,
  } = finding;
  const cell = (column: string, value: number | null) =>
    cellMarkup({ table: 'findings', row: finding.finding_id, column, value });
  const since = finding.confirmed_on || finding.claimed_on || finding.last_event_on;
  const ended = outcome !== 'overdue' && outcome !== 'in_hand';
  // One that was sent back is open again: that its claim was in time says nothing of the fix.
  const judged = ended ? finding.late : null;
  const sentence = judged === null ? words.usedOpen : judged ? words.usedLate : words.usedOnTime;
  const measured = finding.late !== null || !ended;
  const part = (html: string) => `<span>${html}</span>`;
  const parts = [`<b>${statusMarkup(outcome, language, 'name')}</b>`];
  if (ended) parts.push(dayMarkup(since, language));
  if (outcome === 'overdue' && overdue !== null) {
    const late = programme.workingDays ? words.overdue(overdue) : words.overdueCalendar(overdue);
    parts.push(`<span class="st ov">${filled(late, { days: cell('overdue_working_days', overdue) })}</span>`);
  }
  if (measured && used !== null && limit !== null) {
    const cells = { used: cell('used_working_days', used), limit: cell('limit_working_days', limit) };
    parts.push(part(filled(sentence(used), cells)));
  }
  if (judged !== null && (used === null || limit === null))
    parts.push(part(filled(judged ? words.late : words.onTime, {})));
  if (!ended && finding.late) parts.push(part(filled(words.late, {})));
  if (!ended && open !== null)
    parts.push(part(filled(words.daysOpen(open), { days: cell('days_open', open) })));
  if (times !== null && times > 0)
    parts.push(part(filled(words.reopened(times), { times: cell('times_reopened', times) })));
  return `${verdictBegins}${parts.join('')}${verdictEnds}`;
}

import { cellMarkup } from '../markup/cell-markup.ts';
import { shortNameOf } from '../departments.ts';
import { exchangeTold } from './exchange.ts';
import { filled } from '../markup/filled.ts';
import type { Finding } from './findings.ts';
import { text } from '../i18n/text.ts';
import { langOf } from '../words/lang-of.ts';
import type { Localized } from '../words/localized.ts';
import { localized, programme } from '../programme.ts';
import { glyphMarkup } from '../markup/status-markup.ts';
import { titleLink } from './title-link.ts';
import { xmlText } from '../markup/xml.ts';

/*
 * What a department owes, as the items of a list, as markup: every page of a department has two score of them, and they are put
 * together here, without components. All that comes from data goes through `xmlText`.
 */

const dayMarkup = (day: string) => day && `<time datetime="${xmlText(day)}">${xmlText(day)}</time>`;

const nameMarkup = (name: Localized) =>
  name.text && `<span data-text${langOf(name)}>${xmlText(name.text)}</span>`;

function itemMarkup(finding: Finding, language: string, opening: string, facts: readonly string[]): string {
  return [
    `<li>${opening}`,
    titleLink(finding, language),
    `<p class="sm meta"><span class="id">${xmlText(finding.finding_id)}</span>${facts.join('')}</p></li>`,
  ].join('');
}

/** For how long a problem is overdue. */
function overdueFor({ finding_id: id, overdue_working_days: count }: Finding, language: string): string {
  const { days } = text(language);
  // A limit that ended on a weekend is overdue before a working day has gone by.
  if (!count) return xmlText(days.overdueUnknown);
  const words = programme.workingDays ? days.overdue : days.overdueCalendar;
  const column = 'overdue_working_days';
  return filled(words(count), { days: cellMarkup({ table: 'findings', row: id, column, value: count }) });
}

/** What the department has done about a problem that is overdue, as far as the register tells such things. */
function replyOf({ status, replies, last_claimed_on }: Finding, language: string): string {
  const { owed } = text(language);
  if (status === 'reopened') return `<span>${xmlText(owed.reopened)}</span>`;
  if (!exchangeTold) return '';
  return replies === 0 && last_claimed_on === ''
    ? `<b class="st ov">${xmlText(owed.noReply)}</b>`
    : `<span>${xmlText(owed.replied)}</span>`;
}

/** An overdue problem: how long first, then what, then whose or of what kind it is, and since when. */
export function owedItem(finding: Finding, language: string, by: 'department' | 'category'): string {
  const { owed } = text(language);
  const { due_on: due } = finding;
  const name =
    by === 'department'
      ? shortNameOf(finding.department_id, language)
      : localized(finding, 'category', language);
  return itemMarkup(
    finding,
    language,
    `<b class="ov">${glyphMarkup('ov')}${overdueFor(finding, language)}</b>`,
    [
      nameMarkup(name),
      due && `<span>${filled(owed.due, { date: dayMarkup(due) })}</span>`,
      replyOf(finding, language),
    ],
  );
}

/** A problem said fixed that nobody has checked yet: since when first, then what. */
export function awaitingItem(finding: Finding, language: string): string {
  const since = filled(text(language).owed.claimed, { date: dayMarkup(finding.claimed_on) });
  return itemMarkup(finding, language, `<b class="aw">${glyphMarkup('aw')}${since}</b>`, [
    nameMarkup(localized(finding, 'category', language)),
  ]);
}

import { shortNameOf } from '../departments.ts';
import { filled } from '../markup/filled.ts';
import type { Finding } from './findings.ts';
import { formatCount } from '../words/format.ts';
import { text } from '../i18n/text.ts';
import { langOf } from '../words/lang-of.ts';
import type { Localized } from '../words/localized.ts';
import { outcomeOf } from './outcome.ts';
import { localized } from '../programme.ts';
import { statusMarkup } from '../markup/status-markup.ts';
import { titleLink } from './title-link.ts';
import { xmlText } from '../markup/xml.ts';

/*
 * The rows of the register, as markup. A city has tens of thousands of them in its lists: they are put together here, without
 * components, which take ten times as long. All that comes from data goes through `xmlText`.
 */

/** What the rows of a table show. */
export interface Shown {
  readonly language: string;
  readonly withDepartment: boolean;
  readonly withCategory: boolean;
  /** Whether outcome and time used are shown. */
  readonly withResults: boolean;
  /** Which day stands in a row: that of the latest change, or that of finding. */
  readonly dated: 'changed' | 'found';
  /** Whether the first row of each outcome is an anchor of that name. */
  readonly anchors: boolean;
}

function nameCell(name: Localized): string {
  return `<td role="cell" class="d" data-text${langOf(name)}>${xmlText(name.text)}</td>`;
}

function number({ finding_id }: Finding, column: string, value: number): string {
  return `<data data-cell="${xmlText(`findings:${finding_id}:${column}`)}" value="${value}">${formatCount(value)}</data>`;
}

/** The working days used against the limit: 33 / 30 late; for an overdue one, by how many days. */
function usedDays(finding: Finding, language: string): string {
  const { days } = text(language);
  const { used_working_days: used, limit_working_days: limit, overdue_working_days: overdue } = finding;
  if (finding.overdue && overdue !== null)
    return `<span class="st ov">${xmlText(days.overdueUnknown)} ${number(finding, 'overdue_working_days', overdue)}</span>`;
  if (finding.status === 'found' && finding.kind === 'problem') return xmlText(days.analysing);
  if (used === null) return '';
  const words = filled(limit === null ? days.used : days.usedOfLimit, {
    used: number(finding, 'used_working_days', used),
    limit: number(finding, 'limit_working_days', limit ?? 0),
  });
  return finding.late ? `${words} ${xmlText(days.late)}` : words;
}

function rowMarkup(finding: Finding, anchor: string, shown: Shown): string {
  const { language, withDepartment, withCategory, withResults, dated } = shown;
  const date = xmlText(dated === 'changed' ? finding.last_event_on : finding.found_on);
  return [
    `<tr role="row"${anchor && ` id="${anchor}"`}>`,
    `<td role="cell" class="id">${xmlText(finding.finding_id)}</td>`,
    `<th role="rowheader" scope="row" class="w">${titleLink(finding, language)}</th>`,
    withDepartment ? nameCell(shortNameOf(finding.department_id, language)) : '',
    withCategory ? nameCell(localized(finding, 'category', language)) : '',
    `<td role="cell">${date && `<time datetime="${date}">${date}</time>`}</td>`,
    withResults ? `<td role="cell">${statusMarkup(outcomeOf(finding), language)}</td>` : '',
    withResults
      ? `<td role="cell" class="r" data-l="${xmlText(text(language).table.used)}">${usedDays(finding, language)}</td>`
      : '',
    '</tr>',
  ].join('');
}

/** The rows of a table of findings. */
export function findingRows(findings: readonly Finding[], shown: Shown): string {
  const outcomes = findings.map(outcomeOf);
  const anchorOf = (place: number) =>
    shown.anchors && outcomes[place] !== outcomes[place - 1] ? (outcomes[place] ?? '') : '';
  return findings.map((finding, place) => rowMarkup(finding, anchorOf(place), shown)).join('');
}

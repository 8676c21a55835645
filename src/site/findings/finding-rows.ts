import { shortNameOf } from '../departments.ts';
import { filled } from '../markup/filled.ts';
import type { Finding } from './findings.ts';
import { formatCount } from '../words/format.ts';
import { text } from '../i18n/text.ts';
import type { Localized } from '../words/localized.ts';
import { outcomeOf } from './outcome.ts';
import { localized, programme } from '../programme.ts';
import { statusMarkup } from '../markup/status-markup.ts';
import { titleLink } from './title-link.ts';
import { wordsMarkup } from '../markup/words-markup.ts';
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
  return `<td role="cell" class="d">${wordsMarkup(name)}</td>`;
}

function number({ finding_id }: Finding, column: string, value: number): string {
  return `<data data-cell="${xmlText(`findings:${finding_id}:${column}`)}" value="${value}">${formatCount(value)}</data>`;
}

/**
 * The working days used against the limit: 33 / 30 late; for an overdue one, by how many days. On a narrow screen no head stands above:
 * there a label says what is counted, and the word that the status beside it has said already makes way.
 */
function usedCell(finding: Finding, language: string): string {
  const { days } = text(language);
  const { overdue_working_days: overdue } = finding;
  const labels = days.labels[programme.workingDays ? 'working' : 'calendar'];
  const cell = (label: string, html: string) =>
    `<td role="cell" class="r"${label && ` data-l="${xmlText(label)}"`}>${html}</td>`;
  if (finding.overdue && overdue !== null) {
    const word = `<span class="mi">${xmlText(days.overdueUnknown)} </span>`;
    const late = `<span class="st ov">${word}${number(finding, 'overdue_working_days', overdue)}</span>`;
    return cell(labels.overdue, late);
  }
  if (finding.status === 'found' && finding.kind === 'problem') return cell('', xmlText(days.analysing));
  return cell(labels.used, usedDays(finding, language));
}

function usedDays(finding: Finding, language: string): string {
  const { days } = text(language);
  const { used_working_days: used, limit_working_days: limit } = finding;
  if (used === null) return '';
  const counted = filled(limit === null ? days.used : days.usedOfLimit, {
    used: number(finding, 'used_working_days', used),
    limit: number(finding, 'limit_working_days', limit ?? 0),
  });
  const words = limit === null ? counted : `<span class="nu">${counted}</span>`;
  return finding.late ? `${words} ${xmlText(days.late)}` : words;
}

function rowMarkup(finding: Finding, anchor: string, shown: Shown): string {
  const { language, withDepartment, withCategory, withResults, dated } = shown;
  const { table } = text(language);
  const [label, day] =
    dated === 'changed' ? [table.changed, finding.last_event_on] : [table.foundOn, finding.found_on];
  const date = xmlText(day);
  return [
    `<tr role="row"${anchor && ` id="${anchor}"`}>`,
    `<td role="cell" class="id">${xmlText(finding.finding_id)}</td>`,
    `<th role="rowheader" scope="row" class="w">${titleLink(finding, language)}</th>`,
    withDepartment ? nameCell(shortNameOf(finding.department_id, language)) : '',
    withCategory ? nameCell(localized(finding, 'category', language)) : '',
    `<td role="cell" data-l="${xmlText(label)}">${date && `<time datetime="${date}">${date}</time>`}</td>`,
    withResults ? `<td role="cell">${statusMarkup(outcomeOf(finding), language)}</td>` : '',
    withResults ? usedCell(finding, language) : '',
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

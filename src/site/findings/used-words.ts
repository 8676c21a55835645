import type { Finding } from './findings.ts';
import { formatCount } from '../words/format.ts';
import { textDirection } from '../i18n/text-direction.ts';
import { text } from '../i18n/text.ts';

/** The working days used against the limit, in words, as a row of the register says it; of an overdue one only by how many. */
export function usedWords(finding: Finding, language: string): string {
  const { days } = text(language);
  const { used_working_days: used, limit_working_days: limit, overdue_working_days: overdue } = finding;
  if (finding.overdue && overdue !== null) return formatCount(overdue);
  if (finding.status === 'found' && finding.kind === 'problem') return days.analysing;
  if (used === null) return '';
  const said = (limit === null ? days.used : days.usedOfLimit)
    .replace('{used}', formatCount(used))
    .replace('{limit}', formatCount(limit ?? 0));
  // Two numbers and a stroke keep their order among letters from right to left, as `.nu` has it on pages.
  const kept = limit !== null && textDirection(language) === 'rtl' ? `\u2068${said}\u2069` : said;
  return finding.late ? `${kept} ${days.late}` : kept;
}

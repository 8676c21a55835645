import { changeReasons } from '../../model/published.ts';
import { statuses } from '../../model/record.ts';
import { codeWords } from '../words/code-words.ts';
import { columnWords, valueWords } from './correction-words.ts';
import { findingOf, type Finding } from '../findings/findings.ts';
import { text } from '../i18n/text.ts';
import type { Localized } from '../words/localized.ts';
import { localized } from '../programme.ts';
import { tables } from '../tables/tables.ts';

/** One thing that is different since the release before, in words. */
export interface ToldChange {
  /** The row of the table, and the column where it is not the whole row. */
  readonly row: string;
  readonly column: string;
  readonly finding: Finding | undefined;
  readonly reason: Localized;
  /** What it is of; blank for the whole row, and for a status, which needs no name. */
  readonly what: Localized;
  readonly was: Localized;
  readonly is: Localized;
  /** Why a finding was withdrawn, where that is said. */
  readonly why: Localized | null;
  readonly source: string;
}

/** Reasons that everyone expects: their changes are counted, the others are told one by one. */
const expected: ReadonlySet<string> = new Set(['new', 'progress']);

function cellWords(column: string, cell: string, language: string): Localized {
  if (cell === '') return { text: text(language).changes.since.blank, lang: undefined };
  if (column === 'status' || column === '') return codeWords(statuses, cell, language);
  return valueWords(column.replace(/_id$/, ''), cell, language);
}

/** What is told first: a reader looks for what was taken back before what was put right, of which a release may have hundreds. */
const placeOf = (reason: string | null) => changeReasons.findIndex(({ code }) => code === reason);

/** The earlier release whose content a release put back; undefined where it is one of its own. */
export function putBackBy(release: number): number | undefined {
  return tables.releases.find((row) => Number(row.release) === release)?.rolled_back ?? undefined;
}

/**
 * What was taken back, sent back or put right with a release, one by one. Of one that went back nothing: what it undid was no step
 * of any finding, and the release that it undid has told it.
 */
export function toldChanges(release: number, language: string): ToldChange[] {
  if (putBackBy(release) !== undefined) return [];
  return tables.release_changes
    .filter((row) => row.release === release && !expected.has(row.reason ?? ''))
    .sort((one, other) => placeOf(one.reason) - placeOf(other.reason))
    .map(({ row, column, before, after, reason, source }) => {
      const finding = findingOf(row.split(' ')[0] ?? '');
      const why = reason === 'withdrawn' && finding ? localized(finding, 'ending', language) : null;
      return {
        row,
        column,
        finding,
        reason: codeWords(changeReasons, reason, language),
        what:
          column === '' || column === 'status'
            ? { text: '', lang: undefined }
            : columnWords(column, language),
        was: cellWords(column, before, language),
        is: cellWords(column, after, language),
        why: why === null || why.text === '' ? null : why,
        source,
      };
    });
}

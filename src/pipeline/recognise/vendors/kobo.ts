import { distinctLabels } from '../../../model/column-label.ts';
import type { ExportColumn, RecogniseVendor } from '../../../model/survey-export.ts';
import { areOptions, cellsUnder } from './answer-columns.ts';
import { guessedDates } from './date-forms.ts';
import { asksWho } from './personal.ts';

const responseIds = [
  '_uuid',
  'instanceid',
  'meta/instanceid',
  'meta:instanceid',
  'meta-instanceid',
  'key',
  'x_uuid',
  '_id',
];
const submitted = ['_submission_time', 'submissiondate', 'x_submission_time', 'end', 'today'];
const metadata =
  /^(start|end|today|audit|__?version_*|_id|_index|x_index|x_id|_parent_.*|_notes|_tags|_status|_validation_status|_attachments|_duration|reviewstate|formversion|__system.*|edits|attachments(present|expected)|status|starttime|endtime|formdef_version|meta[/:-].*|instancename|_submission_time|submissiondate|_uuid|key|_submission__.*|kuid)$/i;
const personal =
  /^(deviceid|subscriberid|simserial|phonenumber|username|email|_submitted_by|submitterid|submittername|_geolocation|gps.*)$|_(latitude|longitude|altitude|precision|accuracy)$|_gps$/i;

/** Signs of a form filled in with ODK or Kobo: the first kind proves it alone, of the second three are needed. */
const proofs = [
  '_uuid',
  '_submission_time',
  '_validation_status',
  'instanceid',
  'meta/instanceid',
  'meta:instanceid',
  'meta-instanceid',
  'x_uuid',
  'submissiondate',
];
const signs = [
  'start',
  'end',
  'today',
  'deviceid',
  'subscriberid',
  'simserial',
  '_index',
  '_id',
  'x_index',
  '__version__',
];

/** The last step of `group/question` or `group-question`. */
function shortName(label: string): string {
  return label.split(/[/:]/).at(-1) ?? label;
}

/** Finds the select-multiple question whose option a column is: `question/option`, or `question.option` after R. */
function optionOwner(label: string, labels: ReadonlySet<string>): { owner: string; option: string } | null {
  for (let at = label.length - 1; at > 0; at -= 1) {
    if (!'/.:'.includes(label.charAt(at))) continue;
    const owner = label.slice(0, at);
    if (labels.has(owner)) return { owner, option: label.slice(at + 1) };
  }
  return null;
}

/** Columns that are options of a question without a column of its own, `question/option`, as 1 or 0, with that question. */
function optionsAlone(head: readonly (readonly string[])[], labels: readonly string[]): Map<number, string> {
  const parts = labels.flatMap((label, column) => {
    const cut = label.lastIndexOf('/');
    return cut > 0 ? [{ column, owner: label.slice(0, cut), cells: cellsUnder(head, 2, column) }] : [];
  });
  const known = new Map<number, string>();
  for (const [owner, columns] of Map.groupBy(parts, (part) => part.owner)) {
    const cells = columns.flatMap((one) => one.cells);
    const isGroup = labels.includes(owner) || columns.length < 2 || cells.length === 0;
    if (!isGroup && cells.every((cell) => /^([01]|true|false)$/i.test(cell)))
      for (const { column } of columns) known.set(column, owner);
  }
  return known;
}

/**
 * KoboToolbox and ODK: one header row with the names (or, if so chosen, the labels) of the XLSForm, perhaps with their
 * groups, `household/water_source`. `start`, `end`, `today`, `deviceid`; Kobo adds `_id`, `_uuid`, `_submission_time`,
 * `_validation_status`, ODK Central `SubmissionDate`, `instanceID`, `KEY`. A select-multiple question stands twice: joined
 * by blanks, and as a column an option (`question/option`, 1 or 0; R turns the stroke into a dot). Labels and answers
 * stand in the XLSForm. Submissions that a validator refused are set aside.
 *
 * Documented at https://support.kobotoolbox.org/export_download.html and https://docs.getodk.org/central-submissions/
 */
export const kobo: RecogniseVendor = (head) => {
  const labels = distinctLabels(head[0] ?? []);
  const lower = labels.map((label) => label.toLowerCase());
  const proved = proofs.filter((name) => lower.includes(name)).length;
  const signed = signs.filter((name) => lower.includes(name)).length;
  if (proved + signed < 2 || (proved === 0 && signed < 3)) return null;
  const there = new Set(labels);
  const id = responseIds.find((name) => lower.includes(name));
  const end = submitted.find((name) => lower.includes(name));
  const alone = optionsAlone(head, labels);
  const columns = labels.map((label, column): ExportColumn => {
    const name = lower[column] ?? '';
    const cells = cellsUnder(head, 2, column);
    if (name === id) return { is: 'field', field: 'response_id' };
    if (name === end) return { is: 'field', field: 'submitted_on' };
    if (name === '' || metadata.test(shortName(name)) || metadata.test(name)) return { is: 'metadata' };
    if (personal.test(shortName(name)) || asksWho(shortName(label))) return { is: 'personal' };
    const owned = optionOwner(label, there);
    const repeats =
      owned !== null && (cells.length === 0 || areOptions([{ column, part: owned.option, cells }]));
    if (repeats) return { is: 'metadata' };
    const owner = alone.get(column);
    if (owner !== undefined)
      return { is: 'option', key: shortName(owner), wording: owner, option: label.slice(owner.length + 1) };
    return { is: 'question', key: shortName(label), wording: label };
  });
  const validated = labels.find((label) => label.toLowerCase() === '_validation_status');
  return {
    vendor: 'kobo',
    evidence: {
      zh: '有 start、end、_uuid 等 ODK 的列',
      en: 'it has the columns of ODK, as start, end, _uuid',
    },
    headerRows: [1],
    firstRow: 2,
    labels,
    columns,
    implied: {
      separator: ' ',
      ...guessedDates(cellsUnder(head, 2, lower.indexOf(end ?? ''))),
      ...(id === undefined ? { row_number_as: 'response_id' } : {}),
      ...(validated === undefined
        ? {}
        : {
            set_aside: [
              {
                column: validated,
                is: ['Not Approved', 'validation_status_not_approved', 'Rejected', 'rejected'],
                as: 'invalid-response',
              },
            ],
          }),
    },
  };
};

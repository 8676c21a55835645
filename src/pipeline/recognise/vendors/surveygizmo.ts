import { distinctLabels } from '../../../model/column-label.ts';
import type { ExportColumn, RecogniseVendor } from '../../../model/survey-export.ts';
import { cellsUnder, groupedColumns } from './answer-columns.ts';
import { asksWho } from './personal.ts';

const fixed: Readonly<Record<string, ExportColumn>> = {
  'Response ID': { is: 'field', field: 'response_id' },
  'Date Submitted': { is: 'field', field: 'submitted_on' },
  ...Object.fromEntries(
    [
      'Contact ID',
      'IP Address',
      'Longitude',
      'Latitude',
      'City',
      'Postal',
      'Email',
      'SessionID',
      'User Agent',
    ].map((name) => [name, { is: 'personal' }] as const),
  ),
  ...Object.fromEntries(
    [
      'Time Started',
      'Status',
      'Legacy Comments',
      'Comments',
      'Language',
      'Referer',
      'Extended Referer',
      'Tags',
      'Country',
      'State/Region',
      'Link Name',
      'Data Quality',
    ].map((name) => [name, { is: 'metadata' }] as const),
  ),
};

/** The question that several columns share, as `option:question` says it: the longest ending after a colon that another column has too. */
function sharedQuestion(label: string, endings: ReadonlyMap<string, number>): string | null {
  for (let at = label.indexOf(':'); at >= 0; at = label.indexOf(':', at + 1)) {
    const ending = label.slice(at + 1).trim();
    if (ending !== '' && (endings.get(ending) ?? 0) > 1) return ending;
  }
  return null;
}

/** How many columns end in each wording. */
function countEndings(labels: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const label of labels) {
    const endings = new Set([label]);
    for (let at = label.indexOf(':'); at >= 0; at = label.indexOf(':', at + 1))
      endings.add(label.slice(at + 1).trim());
    for (const ending of endings) counts.set(ending, (counts.get(ending) ?? 0) + 1);
  }
  return counts;
}

function questionColumns(head: readonly (readonly string[])[], labels: readonly string[]) {
  const known = new Map<number, ExportColumn>();
  const asked = labels.flatMap((label, column) =>
    label === '' || fixed[label] !== undefined ? [] : [{ label, column }],
  );
  const endings = countEndings(asked.map(({ label }) => label));
  const shared = new Map(asked.map(({ label, column }) => [column, sharedQuestion(label, endings)]));
  const keyOf = (wording: string) =>
    `q${asked.findIndex(({ label, column }) => (shared.get(column) ?? label) === wording) + 1}`;
  for (const [wording, columns] of Map.groupBy(asked, ({ label, column }) => shared.get(column) ?? label)) {
    const key = keyOf(wording);
    const parted = columns.filter(({ label }) => label !== wording);
    const hasWhole = parted.length < columns.length;
    const members = parted.map(({ label, column }) => ({
      column,
      part: label
        .slice(0, label.length - wording.length)
        .replace(/:\s*$/, '')
        .trim(),
      cells: cellsUnder(head, 2, column),
    }));
    for (const { column } of columns.filter(({ label }) => label === wording))
      known.set(column, { is: 'question', key, wording });
    // Beside a column with the answers themselves stand what was written in; else each column is an option or a row.
    const beside = members.map(({ column }) => [column, { is: 'other', key, wording }] as const);
    for (const [column, what] of hasWhole ? beside : groupedColumns(key, wording, members))
      known.set(column, what);
  }
  return known;
}

/**
 * SurveyGizmo, now Alchemer: one header row; `Response ID`, `Time Started`, `Date Submitted`, `Status`, `Contact ID`, `Language`,
 * `Referer`, `SessionID`, `User Agent`, `IP Address`, place … (as chosen), then the questions. A question with several columns
 * names the option or row first, `Other - Write In:How do you run it?`; several answers in one cell are joined by `;`.
 * `Status` is `Complete`, `Partial` or `Disqualified`; partial responses are in the file and are set aside.
 *
 * Documented at https://help.alchemer.com/help/csv-excel-exports
 */
export const surveygizmo: RecogniseVendor = (head) => {
  const labels = distinctLabels(head[0] ?? []);
  const has = (name: string) => labels.includes(name);
  if (!has('Date Submitted') || !has('Time Started') || !(has('Status') || has('SessionID'))) return null;
  const known = questionColumns(head, labels);
  return {
    vendor: 'surveygizmo',
    evidence: {
      zh: '有 Time Started、Date Submitted、Status',
      en: 'it has Time Started, Date Submitted, Status',
    },
    headerRows: [1],
    firstRow: 2,
    labels,
    columns: labels.map((label, column): ExportColumn => {
      if (label === '') return { is: 'metadata' };
      return (
        fixed[label] ?? (asksWho(label) ? { is: 'personal' } : (known.get(column) ?? { is: 'metadata' }))
      );
    }),
    implied: {
      separator: ';',
      ...(has('Response ID') ? {} : { row_number_as: 'response_id' }),
      ...(has('Status')
        ? {
            set_aside: [
              { column: 'Status', is: ['Partial'], as: 'partial-response' },
              { column: 'Status', is: ['Disqualified'], as: 'screened-out' },
              { column: 'Status', is: ['Deleted'], as: 'invalid-response' },
            ],
          }
        : {}),
    },
  };
};

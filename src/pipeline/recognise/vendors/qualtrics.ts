import { columnLabel, distinctLabels } from '../../../model/column-label.ts';
import type { ExportColumn, RecogniseVendor } from '../../../model/survey-export.ts';
import { cellsUnder, groupedColumns, sharedBeginning } from './answer-columns.ts';
import { asksWho } from './personal.ts';

/** The columns that the tool adds, by the name they have in the first row. */
const fixed: Readonly<Record<string, ExportColumn>> = {
  ResponseId: { is: 'field', field: 'response_id' },
  ...Object.fromEntries(
    [
      'IPAddress',
      'RecipientLastName',
      'RecipientFirstName',
      'RecipientEmail',
      'ExternalReference',
      'ExternalDataReference',
      'EmailAddress',
      'Name',
      'LocationLatitude',
      'LocationLongitude',
    ].map((name) => [name, { is: 'personal' }] as const),
  ),
  ...Object.fromEntries(
    [
      'StartDate',
      'EndDate',
      'ResponseSet',
      'Status',
      'Progress',
      'Duration (in seconds)',
      'Finished',
      'DistributionChannel',
      'UserLanguage',
    ].map((name) => [name, { is: 'metadata' }] as const),
  ),
};

const previews = ['Survey Preview', 'Survey Test', 'Preview', '1', '2', '9', '17'];
const previewsAndSpam = ['Spam Survey Preview', 'Offline Survey Preview', 'Preview Spam'];
const spam = ['Spam', 'Possible Spam', 'Imported Spam', '8', '12', '40'];

/** Timing, display order, browser and file details of a question: nothing that was answered. */
const technical =
  /_(FIRST_CLICK|LAST_CLICK|PAGE_SUBMIT|CLICK_COUNT|DO(_.*)?|BROWSER|VERSION|OS|RESOLUTION|FILE_ID|FILE_NAME|FILE_SIZE|FILE_TYPE)$|_(First Click|Last Click|Page Submit|Click Count)$|^Q_(?!\d)/;

/** The question that a column belongs to, by its import id: `QID5_3_TEXT` belongs to `QID5`. */
function importId(cell: string): string | null {
  const match = /"ImportId"\s*:\s*"([^"]*)"/.exec(cell);
  return match?.[1] ?? null;
}

interface Asked {
  readonly column: number;
  readonly name: string;
  readonly id: string;
  readonly wording: string;
}

/** The wording of a question and what each of its columns adds to it: `How …? - Selected Choice - Phone`. */
function wordingAndParts(columns: readonly Asked[]) {
  const texts = columns.map(({ wording }) => wording);
  const shared = texts.length === 1 ? '' : sharedBeginning(texts);
  const cut = shared.lastIndexOf(' - ');
  const length = cut < 0 ? 0 : cut + 3;
  return {
    wording: shared.slice(0, Math.max(cut, 0)).replace(/ - Selected Choice$/, ''),
    parts: texts.map((text) => text.slice(length).replace(/^Selected Choice - /, '')),
  };
}

function questionColumns(head: readonly (readonly string[])[], first: number, asked: readonly Asked[]) {
  const known = new Map<number, ExportColumn>();
  const baseOf = ({ id }: Asked) => /^(?:\d+_)?(QID\d+)/.exec(id)?.[1] ?? id;
  for (const columns of Map.groupBy(asked, baseOf).values()) {
    const written = columns.filter(({ id, name }) => /_TEXT$/.test(id) || /_TEXT$/.test(name));
    const listed = columns.filter((one) => !written.includes(one));
    const [only] = listed;
    const key = (only ?? written[0])?.name ?? '';
    const plain = (text: string) => text.replace(/ - Selected Choice$/, '');
    if (listed.length === 1 && only !== undefined)
      known.set(only.column, { is: 'question', key, wording: plain(only.wording) });
    else if (listed.length > 1) {
      const { wording, parts } = wordingAndParts(listed);
      const members = listed.map(({ column }, position) => ({
        column,
        part: parts[position] ?? '',
        cells: cellsUnder(head, first, column),
      }));
      for (const [column, what] of groupedColumns(key.replace(/_\d+$/, ''), wording, members))
        known.set(column, what);
    }
    for (const { column, wording } of written)
      known.set(column, listed.length > 0 ? { is: 'other', key, wording } : { is: 'text', key, wording });
  }
  return known;
}

/** Old exports name the columns that the tool adds `V1`, `V2` … and say in the second row which they are. */
function ownNames(names: readonly string[], second: readonly string[]): string[] {
  return names.map((name, column) =>
    /^V\d+$/.test(name) ? (second[column] ?? name).replace(/^ResponseID$/, 'ResponseId') : name,
  );
}

/**
 * Qualtrics: three header rows: names (`StartDate`, `Status`, `Q5_1`), wordings (which may hold line breaks), and
 * `{"ImportId":"QID5_1"}`. A question with several answers has one column, joined by commas that options may hold too,
 * or, split, one column an option. `Status` tells previews and spam apart from responses (`IP Address`), `Finished`
 * whether a response was handed in. Timing questions end in `_FIRST_CLICK` and the like. Exports of before 2017 have two
 * header rows, and name what the tool adds `V1`, `V2` … in the first.
 *
 * Documented at https://www.qualtrics.com/support/survey-platform/data-and-analysis-module/data/download-data/understanding-your-dataset/
 */
export const qualtrics: RecogniseVendor = (head) => {
  const [top = [], wordings = [], third = []] = head;
  const labels = distinctLabels(ownNames(top, wordings));
  const at = labels.indexOf('ResponseId');
  if (
    at < 0 ||
    !(labels.includes('Finished') || labels.includes('Status') || labels.includes('RecordedDate'))
  )
    return null;
  const hasWordings = head.length > 1 && !/^R_/.test(wordings[at] ?? '');
  const ended = labels.includes('RecordedDate') ? 'RecordedDate' : 'EndDate';
  const hasImportIds = hasWordings && third.some((cell) => importId(cell) !== null);
  const headerRows = [1, ...(hasWordings ? [2] : []), ...(hasImportIds ? [3] : [])];
  const first = headerRows.length + 1;
  const asked = labels.flatMap((name, column): Asked[] => {
    const id = (hasImportIds ? importId(third[column] ?? '') : null) ?? name;
    if (
      name === '' ||
      name === 'RecordedDate' ||
      fixed[name] !== undefined ||
      technical.test(name) ||
      technical.test(id)
    )
      return [];
    const wording = columnLabel((hasWordings ? wordings[column] : undefined) ?? '') || name;
    return [{ column, name, id, wording }];
  });
  const questions = questionColumns(head, first, asked);
  const columns = labels.map((name, column): ExportColumn => {
    if (name === ended) return { is: 'field', field: 'submitted_on' };
    if (fixed[name] !== undefined) return fixed[name];
    const question = questions.get(column);
    if (question === undefined) return { is: 'metadata' };
    return 'wording' in question && (asksWho(question.wording) || asksWho(name))
      ? { is: 'personal' }
      : question;
  });
  return {
    vendor: 'qualtrics',
    evidence: hasImportIds
      ? { zh: '第三行有 ImportId', en: 'its third row holds ImportIds' }
      : { zh: '有 ResponseId、Finished 等列', en: 'it has ResponseId, Finished and the like' },
    headerRows,
    firstRow: first,
    labels,
    columns,
    implied: {
      separator: ',',
      set_aside: [
        ...(labels.includes('Status')
          ? [
              { column: 'Status', is: [...previews, ...previewsAndSpam], as: 'test-response' },
              { column: 'Status', is: spam, as: 'invalid-response' },
            ]
          : []),
        ...(labels.includes('Finished')
          ? [{ column: 'Finished', is: ['False', 'FALSE', 'false', '0'], as: 'partial-response' }]
          : []),
      ],
    },
  };
};

import { distinctLabels } from '../../../model/column-label.ts';
import type { ExportColumn, RecogniseVendor } from '../../../model/survey-export.ts';
import { cellsUnder } from './answer-columns.ts';
import { guessedDates } from './date-forms.ts';
import { asksWho } from './personal.ts';

const fixed: Readonly<Record<string, ExportColumn>> = {
  ID: { is: 'field', field: 'response_id' },
  external_id: { is: 'field', field: 'response_id' },
  'Created At': { is: 'field', field: 'submitted_on' },
  UUID: { is: 'metadata' },
  'Location Code': { is: 'metadata' },
  'User Agent': { is: 'metadata' },
  Status: { is: 'metadata' },
  Archived: { is: 'metadata' },
  Flagged: { is: 'metadata' },
  Page: { is: 'metadata' },
  'Query string': { is: 'metadata' },
  Hostname: { is: 'metadata' },
  Referrer: { is: 'metadata' },
  'IP Address': { is: 'personal' },
  Tags: { is: 'metadata' },
};

/** The questions of the A-11 form in words; the standard asks them of every service. */
const standard: Readonly<Record<string, string>> = {
  question_1: 'This interaction increased my trust',
  question_4: 'Anything else',
};
const driver = /^(positive|negative)_(effectiveness|ease|efficiency|transparency|humanity|employee|other)$/;

function standardColumn(label: string): ExportColumn | null {
  const match = driver.exec(label);
  if (match !== null) {
    const [, side = '', option = ''] = match;
    const wording = side === 'positive' ? 'What went well' : 'What could have been better';
    return { is: 'option', key: side, wording, option };
  }
  const wording = standard[label];
  if (wording === undefined) return null;
  return { is: label === 'question_4' ? 'text' : 'question', key: label, wording };
}

/**
 * Touchpoints of the US government, with its A-11 section 280 forms: one header row; `ID`, `UUID`, the wording of each question,
 * then `Location Code`, `User Agent`, `Status`, `Archived`, `Flagged`, `Page`, `Hostname`, `Referrer`, `Created At`, perhaps `IP Address`, `Tags`.
 * Several answers in one cell are joined by commas. The A-11 export has (or adds) `external_id`, `question_1`, a column for
 * each driver, `positive_ease` … `negative_other` with 1, 0 or `null`, and `question_4`. Archived and flagged responses are set aside.
 *
 * Documented by the program itself: https://github.com/GSA/touchpoints (app/models/form.rb) and https://touchpoints.digital.gov
 */
export const touchpoints: RecogniseVendor = (head) => {
  const labels = distinctLabels(head[0] ?? []);
  const has = (name: string) => labels.includes(name);
  const isFull = has('ID') && has('UUID') && has('Created At') && (has('User Agent') || has('Hostname'));
  const isStandard = has('external_id') && labels.some((label) => driver.test(label));
  if (!isFull && !isStandard) return null;
  const flags = (['Archived', 'Flagged'] as const).filter(has);
  return {
    vendor: 'touchpoints',
    evidence: { zh: '有 Touchpoints 的列', en: 'it has the columns of Touchpoints' },
    headerRows: [1],
    firstRow: 2,
    labels,
    columns: labels.map((label, column): ExportColumn => {
      if (label === '' || (isFull && label === 'external_id')) return { is: 'metadata' };
      const known = fixed[label] ?? standardColumn(label);
      if (known !== null) return known;
      return asksWho(label) ? { is: 'personal' } : { is: 'question', key: `q${column + 1}`, wording: label };
    }),
    implied: {
      separator: ',',
      missing: ['null'],
      ...guessedDates(cellsUnder(head, 2, labels.indexOf('Created At'))),
      ...(flags.length === 0
        ? {}
        : { set_aside: flags.map((column) => ({ column, is: ['true', 't', '1'], as: 'invalid-response' })) }),
    },
  };
};

import { columnLabel, distinctLabels } from '../../../model/column-label.ts';
import type { ExportColumn, RecogniseVendor } from '../../../model/survey-export.ts';
import { cellsUnder, groupedColumns, isOtherName } from './answer-columns.ts';
import { guessedDates } from './date-forms.ts';
import { asksWho } from './personal.ts';

const fixed: Readonly<Record<string, ExportColumn>> = {
  'respondent id': { is: 'field', field: 'response_id' },
  respondentid: { is: 'field', field: 'response_id' },
  'end date': { is: 'field', field: 'submitted_on' },
  enddate: { is: 'field', field: 'submitted_on' },
  'collector id': { is: 'metadata' },
  collectorid: { is: 'metadata' },
  'start date': { is: 'metadata' },
  startdate: { is: 'metadata' },
  'date modified': { is: 'metadata' },
  'ip address': { is: 'personal' },
  'email address': { is: 'personal' },
  'first name': { is: 'personal' },
  'last name': { is: 'personal' },
};

const custom = /^custom (data )?\d+$/i;
const answerHere = /^(response|responses|回[复答应覆]|reponse|réponse|antwort|respuesta)$/i;
const textHere = /^open-ended response$|^开放式|^開放式/i;

/** A question with the columns under it, in the two-row form. */
interface Block {
  readonly wording: string;
  readonly columns: readonly number[];
}

function blocksOf(questions: readonly string[], columns: readonly number[]): Block[] {
  const blocks: { wording: string; columns: number[] }[] = [];
  for (const column of columns) {
    const wording = columnLabel(questions[column] ?? '');
    const last = blocks.at(-1);
    if (wording === '' && last !== undefined && last.columns.at(-1) === column - 1) last.columns.push(column);
    else blocks.push({ wording, columns: [column] });
  }
  return blocks;
}

/** What the columns of one question hold, by the second header row. */
function blockColumns(
  head: readonly (readonly string[])[],
  { wording, columns }: Block,
  key: string,
): Map<number, ExportColumn> {
  const part = (column: number) => columnLabel(head[1]?.[column] ?? '');
  const known = new Map<number, ExportColumn>();
  const grouped: number[] = [];
  const hasAnswer = columns.some((column) => answerHere.test(part(column)));
  for (const column of columns) {
    const name = part(column);
    if (asksWho(name) || (asksWho(wording) && textHere.test(name))) known.set(column, { is: 'personal' });
    else if (answerHere.test(name)) known.set(column, { is: 'question', key, wording });
    else if (textHere.test(name)) known.set(column, { is: 'text', key, wording });
    else if (name === '')
      known.set(
        column,
        columns.length === 1 && wording !== '' ? { is: 'question', key, wording } : { is: 'metadata' },
      );
    else if (hasAnswer && isOtherName(name)) known.set(column, { is: 'other', key, wording });
    else grouped.push(column);
  }
  const members = grouped.map((column) => ({
    column,
    part: part(column),
    cells: cellsUnder(head, 3, column),
  }));
  for (const [column, what] of groupedColumns(key, wording, members)) known.set(column, what);
  return known;
}

/**
 * SurveyMonkey: two header rows: the question above its first column, and under it `Response`, `Open-Ended Response`,
 * or one answer or row each; the cells above the others are blank. It begins with `Respondent ID`, `Collector ID`,
 * `Start Date`, `End Date`, `IP Address`, `Email Address`, `First Name`, `Last Name`, `Custom Data 1`. A column an option
 * repeats the option where it was chosen; `Other (please specify)` holds what was written in. Whether a response was
 * finished is not in the file. Condensed and hand-edited exports have one header row.
 *
 * Documented at https://help.surveymonkey.com/en/surveymonkey/analyze/exporting-to-excel/
 */
export const surveymonkey: RecogniseVendor = (head) => {
  const [questions = [], parts = []] = head;
  const names = questions.map((name) => columnLabel(name).toLowerCase());
  const at = names.findIndex((name) => name === 'respondent id' || name === 'respondentid');
  const hasCollector = names.some((name) => name === 'collector id' || name === 'collectorid');
  const hasParts =
    at >= 0 && head.length > 1 && (parts[at] ?? '').trim() === '' && parts.some((cell) => cell.trim() !== '');
  if (at < 0 || !(hasCollector || hasParts)) return null;
  const width = Math.max(questions.length, hasParts ? parts.length : 0);
  const all = Array.from({ length: width }, (_, column) => column);
  const isFixed = (column: number) =>
    fixed[names[column] ?? ''] !== undefined || custom.test(names[column] ?? '');
  const asked = all.filter((column) => !isFixed(column));
  const known = new Map<number, ExportColumn>();
  const joined = all.map((column) => columnLabel(questions[column] ?? ''));
  blocksOf(questions, asked).forEach((block, position) => {
    const key = `q${position + 1}`;
    if (!hasParts) {
      const [column = 0] = block.columns;
      if (block.wording !== '')
        known.set(
          column,
          asksWho(block.wording) ? { is: 'personal' } : { is: 'question', key, wording: block.wording },
        );
      return;
    }
    for (const [column, what] of blockColumns(head, block, key)) known.set(column, what);
    for (const column of block.columns) {
      const part = columnLabel(parts[column] ?? '');
      joined[column] = part === '' ? (joined[column] ?? '') : `${block.wording} › ${part}`;
    }
  });
  const first = hasParts ? 3 : 2;
  const ends = names.findIndex((name) => name === 'end date' || name === 'enddate');
  return {
    vendor: 'surveymonkey',
    evidence: { zh: '有 Respondent ID、Collector ID 两列', en: 'it has Respondent ID and Collector ID' },
    headerRows: hasParts ? [1, 2] : [1],
    firstRow: first,
    labels: distinctLabels(joined),
    columns: all.map((column) =>
      custom.test(names[column] ?? '')
        ? { is: 'metadata' }
        : (fixed[names[column] ?? ''] ?? known.get(column) ?? { is: 'metadata' }),
    ),
    implied: { ...(hasParts ? { separator: '' } : {}), ...guessedDates(cellsUnder(head, first, ends)) },
  };
};

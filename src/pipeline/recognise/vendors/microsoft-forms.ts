import { distinctLabels } from '../../../model/column-label.ts';
import type { ExportColumn, RecogniseVendor } from '../../../model/survey-export.ts';
import { cellsUnder } from './answer-columns.ts';
import { guessedDates } from './date-forms.ts';
import { asksWho } from './personal.ts';

const starts = [
  'Start time',
  '开始时间',
  '開始時間',
  'Startzeit',
  'Heure de début',
  'Hora de inicio',
  'Hora de início',
];
const ends = [
  'Completion time',
  '完成时间',
  '完成時間',
  'Fertigstellungszeit',
  'Heure de fin',
  'Hora de finalización',
  'Hora de conclusão',
];
const personal = ['Email', 'Name', 'Email2', 'Name2', '电子邮件', '電子郵件', '姓名', '名称', '名稱'];
const metadata = [
  'Last modified time',
  'Language',
  'Total points',
  'Quiz feedback',
  'Grade posted time',
  '上次修改时间',
  '语言',
  '总分',
];

/**
 * Microsoft Forms: one header row; `ID`, `Start time`, `Completion time`, `Email`, `Name`, perhaps `Last modified time` and `Language`,
 * then the whole wording of each question; the rows of a grid stand under their own wording. Several answers in one cell end
 * in `;` each. A quiz adds `Points - …` and `Feedback - …` columns. Usually an `.xlsx`.
 *
 * Documented at https://support.microsoft.com/office/check-and-share-your-form-results
 */
export const microsoftForms: RecogniseVendor = (head) => {
  const labels = distinctLabels(head[0] ?? []);
  const end = labels.findIndex((label) => ends.includes(label));
  if (end < 0 || !labels.some((label) => starts.includes(label))) return null;
  return {
    vendor: 'microsoft-forms',
    evidence: { zh: '有 Start time、Completion time', en: 'it has Start time and Completion time' },
    headerRows: [1],
    firstRow: 2,
    labels,
    columns: labels.map((label, column): ExportColumn => {
      if (label === 'ID' || label === 'Id') return { is: 'field', field: 'response_id' };
      if (column === end) return { is: 'field', field: 'submitted_on' };
      if (personal.includes(label) || asksWho(label)) return { is: 'personal' };
      const isAdded =
        label === '' ||
        starts.includes(label) ||
        metadata.includes(label) ||
        /^(Points|Feedback|分数|反馈) - /.test(label);
      return isAdded
        ? { is: 'metadata' }
        : { is: 'question', key: `q${column + 1}`, wording: label.replace(/ \(\d+\)$/, '') };
    }),
    implied: {
      separator: ';',
      ...(labels.some((label) => /^id$/i.test(label)) ? {} : { row_number_as: 'response_id' }),
      ...guessedDates(cellsUnder(head, 2, end)),
    },
  };
};

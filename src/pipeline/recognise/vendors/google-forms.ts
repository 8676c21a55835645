import { columnLabel, distinctLabels } from '../../../model/column-label.ts';
import type { ExportColumn, RecogniseVendor } from '../../../model/survey-export.ts';
import { cellsUnder, groupedColumns } from './answer-columns.ts';
import { guessedDates } from './date-forms.ts';
import { asksWho } from './personal.ts';

/** The name of the first column in the languages of the form’s owner. */
const timestamps = [
  'Timestamp',
  '时间戳记',
  '時間戳記',
  'タイムスタンプ',
  '타임스탬프',
  'Marca temporal',
  'Horodateur',
  'Zeitstempel',
  'Carimbo de data/hora',
  'Informazioni cronologiche',
  'Отметка времени',
  'Tijdstempel',
  'Sygnatura czasowa',
].map(columnLabel);

const grid = /^(.*\S)\s*\[([^[\]]+)\]$/;

/**
 * Google Forms: one header row; `Timestamp` (in the language of the form’s owner), perhaps `Email Address` and `Score`,
 * then the whole wording of each question. Several answers stand in one cell, joined by `, ` though options may hold commas
 * too. A grid has one column a row, `Question [row]`. Two questions of one wording give two columns of one name. Times are
 * written as the spreadsheet’s country does, `12/13/2019 9:50:30`. There are no numbers of responses.
 *
 * Documented at https://support.google.com/docs/answer/2917686 (View and manage form responses)
 */
export const googleForms: RecogniseVendor = (head) => {
  const labels = distinctLabels(head[0] ?? []);
  if (!timestamps.includes(labels[0] ?? '')) return null;
  const times = cellsUnder(head, 2, 0);
  if (times.length > 0 && !times.every((cell) => /\d{4}.*\d:\d{2}/.test(cell))) return null;
  const rows = labels.flatMap((label, column) => {
    const match = grid.exec(label);
    return match === null ? [] : [{ column, wording: match[1] ?? '', part: match[2] ?? '' }];
  });
  const known = new Map<number, ExportColumn>();
  for (const [wording, columns] of Map.groupBy(rows, (row) => row.wording)) {
    if (columns.length < 2) continue;
    const key = `q${(columns[0]?.column ?? 0) + 1}`;
    const members = columns.map(({ column, part }) => ({ column, part, cells: cellsUnder(head, 2, column) }));
    for (const [column, what] of groupedColumns(key, wording, members)) known.set(column, what);
  }
  return {
    vendor: 'google-forms',
    evidence: { zh: '第一列是时间戳记', en: 'its first column is the time stamp' },
    headerRows: [1],
    firstRow: 2,
    labels,
    columns: labels.map((label, column): ExportColumn => {
      if (column === 0) return { is: 'field', field: 'submitted_on' };
      if (label === '' || /^(score|分数|得分)$/i.test(label)) return { is: 'metadata' };
      if (asksWho(label) || /^(username|用户名)$/i.test(label)) return { is: 'personal' };
      return (
        known.get(column) ?? {
          is: 'question',
          key: `q${column + 1}`,
          wording: label.replace(/ \(\d+\)$/, ''),
        }
      );
    }),
    implied: { separator: ', ', row_number_as: 'response_id', ...guessedDates(times) },
  };
};

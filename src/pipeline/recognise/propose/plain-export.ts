import { distinctLabels } from '../../../model/column-label.ts';
import type { ExportColumn, SurveyExport } from '../../../model/survey-export.ts';
import { cellsUnder } from '../vendors/answer-columns.ts';
import { guessedDates } from '../vendors/date-forms.ts';
import { asksWho } from '../vendors/personal.ts';
import { numberedColumns } from '../vendors/question-numbers.ts';

type Head = readonly (readonly string[])[];

const ids =
  /^((respondent|response|submission|record|survey)?[ _-]?(id|number|no\.?)|编号|序号|答卷编号|问卷编号)$/i;
const submitted =
  /^(date|time|timestamp|submitted( at| on)?|submission (date|time)|date submitted|completed( at| on)?|created( at)?|提交时间|提交日期|填写时间|填报时间|日期|时间)$/i;

function filledCount(row: readonly string[]): number {
  return new Set(row.map((cell) => cell.trim()).filter((cell) => cell !== '')).size;
}

/** The row that is most likely the header: the first that has nearly as many different names as any other row. */
export function likelyHeader(head: Head): number {
  const most = Math.max(0, ...head.map(filledCount));
  const found = head.findIndex(
    (row) => filledCount(row) >= 0.8 * most && row.some((cell) => /\p{L}/u.test(cell)),
  );
  return Math.max(found, 0);
}

/** How many of the columns must bear a question's number for the numbers to mean questions. */
const enough = 0.5;

/** A table of unknown origin taken for a survey: each column a question, unless its name says otherwise. */
export function plainExport(head: Head): SurveyExport {
  const header = likelyHeader(head);
  const below = head.slice(header);
  const labels = distinctLabels(head[header] ?? []);
  const numbered = numberedColumns(below, 2, labels, /^Q?(\d+[a-z]?\d*)[.、_:)]\s*(.*)$/);
  const isNumbered = numbered.size >= enough * labels.length;
  const id = labels.findIndex((label, column) => {
    const cells = cellsUnder(below, 2, column);
    return ids.test(label) && cells.length > 0 && new Set(cells).size === cells.length;
  });
  const on = labels.findIndex((label) => submitted.test(label));
  const columns = labels.map((label, column): ExportColumn => {
    if (column === id) return { is: 'field', field: 'response_id' };
    if (column === on) return { is: 'field', field: 'submitted_on' };
    if (label === '') return { is: 'metadata' };
    if (asksWho(label)) return { is: 'personal' };
    const question = isNumbered ? numbered.get(column) : undefined;
    return (
      question ?? {
        is: 'question',
        key: /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/.test(label) ? label : `q${column + 1}`,
        wording: label,
      }
    );
  });
  return {
    vendor: null,
    evidence: { zh: '没有认出是哪个问卷工具', en: 'no survey tool was recognised' },
    headerRows: [header + 1],
    firstRow: header + 2,
    labels,
    columns,
    implied: guessedDates(on < 0 ? [] : cellsUnder(below, 2, on)),
  };
}

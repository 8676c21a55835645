import { distinctLabels } from '../../../model/column-label.ts';
import type { ExportColumn, RecogniseVendor } from '../../../model/survey-export.ts';
import { numberedColumns } from './question-numbers.ts';

/** The columns with which every export of 问卷星 begins or ends. */
const fixed: Readonly<Record<string, ExportColumn>> = {
  序号: { is: 'field', field: 'response_id' },
  提交答卷时间: { is: 'field', field: 'submitted_on' },
  所用时间: { is: 'metadata' },
  来源: { is: 'metadata' },
  来源详情: { is: 'metadata' },
  来自IP: { is: 'personal' },
  总分: { is: 'metadata' },
};

const question = /^(\d+)、(.*)$/;
const codedQuestion = /^第(\d+)题\(?(.*?)\)?$/;

/** Whether the columns are those of 问卷星, and what stands in them; both of its forms begin alike. */
export function wjxColumns(
  head: readonly (readonly string[])[],
  labels: readonly string[],
): ExportColumn[] | null {
  if (!labels.includes('序号') || !labels.includes('提交答卷时间')) return null;
  const known = new Map([
    ...numberedColumns(head, 2, labels, question),
    ...numberedColumns(head, 2, labels, codedQuestion),
  ]);
  return labels.map(
    (label, column) =>
      fixed[label] ?? known.get(column) ?? { is: 'question', key: `column${column + 1}`, wording: label },
  );
}

/** Answers by their number: the questions hold numbers only, or have a column an option. */
export function isCoded(head: readonly (readonly string[])[], labels: readonly string[]): boolean {
  if (labels.some((label) => codedQuestion.test(label))) return true;
  const cells = labels.flatMap((label, column) =>
    question.test(label) ? head.slice(1).map((row) => row[column] ?? '') : [],
  );
  const filled = cells.filter((cell) => cell !== '');
  return filled.length > 0 && filled.every((cell) => /^-?\d+$/.test(cell));
}

/**
 * 问卷星 (wjx.cn), “按选项文本下载”: one header row; `序号`, `提交答卷时间`, `所用时间`, `来源`, `来源详情`, `来自IP`, then one column
 * a question, headed `3、性别 ` (often with a blank at the end). Several answers stand in one cell, joined by `┋`; what
 * was written in stands in `〖〗` behind the option. A matrix has one column a row, `4、题目—行`. `(空)` and `(跳过)` mean
 * that nothing was answered. Usually an old `.xls`.
 *
 * Documented at https://www.wjx.cn/help/help.aspx?catid=20 (查看下载答卷).
 */
export const wjxText: RecogniseVendor = (head) => {
  const labels = distinctLabels(head[0] ?? []);
  const columns = wjxColumns(head, labels);
  if (columns === null || isCoded(head, labels)) return null;
  return {
    vendor: 'wjx-text',
    evidence: {
      zh: '有“序号”“提交答卷时间”两列，答案是文字',
      en: 'it has 序号 and 提交答卷时间, and answers in words',
    },
    headerRows: [1],
    firstRow: 2,
    labels,
    columns,
    implied: { separator: '┋', write_in_marks: ['〖', '〗'], missing: ['(空)', '(跳过)'] },
  };
};

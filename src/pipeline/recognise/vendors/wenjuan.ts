import { distinctLabels } from '../../../model/column-label.ts';
import type { ExportColumn, RecogniseVendor } from '../../../model/survey-export.ts';
import { numberedColumns } from './question-numbers.ts';

const fixed: Readonly<Record<string, ExportColumn>> = {
  答题序号: { is: 'field', field: 'response_id' },
  来源: { is: 'metadata' },
  开始时间: { is: 'metadata' },
  答题时长: { is: 'metadata' },
  IP省份: { is: 'personal' },
  IP城市: { is: 'personal' },
  IP地址: { is: 'personal' },
  浏览器: { is: 'metadata' },
  操作系统: { is: 'metadata' },
  总分: { is: 'metadata' },
};

/** When a response was handed in, by the name that comes first here. */
const ended = ['提交时间', '结束时间'];

/**
 * 问卷网 (wenjuan.com), “原始数据”: one header row; `答题序号`, `来源`, `开始时间`, `提交时间`, `答题时长`, `IP省份`, `IP城市`, `IP地址`, `浏览器`,
 * `操作系统`, then the questions, headed `Q3_性别`. A question with several answers or rows has one column each, `Q5_题目:选项`;
 * several answers in one cell are joined by `┋` or `;`.
 *
 * The tool is at https://www.wenjuan.com; public analyses of its exports show these headers.
 */
export const wenjuan: RecogniseVendor = (head) => {
  const labels = distinctLabels(head[0] ?? []);
  if (!labels.includes('答题序号') || !(labels.includes('开始时间') || labels.includes('提交时间')))
    return null;
  const known = numberedColumns(head, 2, labels, /^Q(\d+)(?:[_.、:]\s*(.*))?$/);
  const end = ended.find((name) => labels.includes(name));
  const isMarked = head.slice(1).some((row) => row.some((cell) => cell.includes('┋')));
  return {
    vendor: 'wenjuan',
    evidence: { zh: '有“答题序号”和答题时间', en: 'it has 答题序号 and the time of answering' },
    headerRows: [1],
    firstRow: 2,
    labels,
    columns: labels.map((label, column): ExportColumn => {
      if (ended.includes(label))
        return label === end ? { is: 'field', field: 'submitted_on' } : { is: 'metadata' };
      return (
        fixed[label] ?? known.get(column) ?? { is: 'question', key: `column${column + 1}`, wording: label }
      );
    }),
    implied: { separator: isMarked ? '┋' : ';' },
  };
};

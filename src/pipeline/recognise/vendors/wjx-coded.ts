import { distinctLabels } from '../../../model/column-label.ts';
import type { RecogniseVendor } from '../../../model/survey-export.ts';
import { isCoded, wjxColumns } from './wjx-text.ts';

/**
 * 问卷星 (wjx.cn), “按选项序号下载”: the same leading columns as the text form, but every answer is the number of its option,
 * counted from 1 as the questionnaire lists them, and a question with several answers has one column an option,
 * `第6题(运动)`, with 1 or 0. `-3` means skipped, `-2` not answered. The order of the options is not in the file.
 *
 * Documented at https://www.wjx.cn/help/help.aspx?catid=20 (查看下载答卷).
 */
export const wjxCoded: RecogniseVendor = (head) => {
  const labels = distinctLabels(head[0] ?? []);
  const columns = wjxColumns(head, labels);
  if (columns === null || !isCoded(head, labels)) return null;
  return {
    vendor: 'wjx-coded',
    evidence: {
      zh: '有“序号”“提交答卷时间”两列，答案是选项序号',
      en: 'it has 序号 and 提交答卷时间, and answers as numbers',
    },
    headerRows: [1],
    firstRow: 2,
    labels,
    columns,
    implied: { missing: ['-3', '-2', '(空)', '(跳过)'] },
  };
};

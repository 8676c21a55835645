import { distinctLabels } from '../../../model/column-label.ts';
import type { ExportColumn, RecogniseVendor } from '../../../model/survey-export.ts';
import { numberedColumns } from './question-numbers.ts';

const fixed: Readonly<Record<string, ExportColumn>> = {
  编号: { is: 'field', field: 'response_id' },
  结束答题时间: { is: 'field', field: 'submitted_on' },
  开始答题时间: { is: 'metadata' },
  答题时长: { is: 'metadata' },
  语言: { is: 'metadata' },
  清洗数据结果: { is: 'metadata' },
  智能清洗数据无效概率: { is: 'metadata' },
  地理位置国家和地区: { is: 'personal' },
  地理位置省: { is: 'personal' },
  地理位置市: { is: 'personal' },
  用户类型: { is: 'metadata' },
  用户标识: { is: 'personal' },
  昵称: { is: 'personal' },
  自定义字段: { is: 'metadata' },
  IP: { is: 'personal' },
  UA: { is: 'metadata' },
  Referrer: { is: 'metadata' },
  中奖时间: { is: 'metadata' },
  中奖金额: { is: 'metadata' },
  审核状态: { is: 'metadata' },
};

/**
 * 腾讯问卷 (wj.qq.com): one header row; `编号`, `开始答题时间`, `结束答题时间`, `答题时长`, perhaps `语言`, `清洗数据结果`, `智能清洗数据无效概率`; the
 * questions, headed `3.题目`; at the end the place, `用户类型`, `用户标识`, `昵称`, `自定义字段`, `IP`, `UA`, `Referrer`, and often one
 * column without a name. A question with several answers has one column an option, `21.题目:选项`, which repeats the option where
 * it was chosen. Rows that the tool's own cleaning marks `无效` are set aside. Older exports write dates as `02-Feb-2021 20:26:58`.
 *
 * The tool's interface is documented at https://wj.qq.com/docs/openapi/survey/get_answer; public analyses of its exports
 * show these headers.
 */
export const tencent: RecogniseVendor = (head) => {
  const labels = distinctLabels(head[0] ?? []);
  if (!labels.includes('开始答题时间') || !labels.includes('结束答题时间')) return null;
  const known = numberedColumns(head, 2, labels, /^(\d+)[.、]\s*(.*)$/);
  const isCleaned = labels.includes('清洗数据结果');
  return {
    vendor: 'tencent',
    evidence: { zh: '有“开始答题时间”“结束答题时间”两列', en: 'it has 开始答题时间 and 结束答题时间' },
    headerRows: [1],
    firstRow: 2,
    labels,
    columns: labels.map((label, column) =>
      label === ''
        ? { is: 'metadata' }
        : (fixed[label] ??
          known.get(column) ?? { is: 'question', key: `column${column + 1}`, wording: label }),
    ),
    implied: {
      separator: ';',
      ...(isCleaned
        ? { set_aside: [{ column: '清洗数据结果', is: ['无效', '无效数据'], as: 'invalid-response' }] }
        : {}),
      ...(head.slice(1).some((row) => row.some((cell) => /^\d{2}-[A-Z][a-z]{2}-\d{4} /.test(cell)))
        ? { dates: ['dd-MMM-yyyy HH:mm:ss'] }
        : {}),
    },
  };
};

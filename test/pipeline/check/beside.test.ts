import { describe, expect, it } from 'vitest';
import { besideData } from '../../../src/pipeline/check/beside.ts';

const header = ['部门', '月份', '件数'];

describe('besideData', () => {
  it.each([
    { cells: ['部门', '月份', '件数'], expected: 'repeated-header' },
    { cells: [' 部门', '月份 ', '件数', ''], expected: 'repeated-header' },
    { cells: ['合计', '', '120'], expected: 'total-row' },
    { cells: ['', '合 计：', '120'], expected: 'total-row' },
    { cells: ['全市总计', '', '120'], expected: 'total-row' },
    { cells: ['Grand Total', '', '120'], expected: 'total-row' },
    { cells: ['注：不含乡镇'], expected: 'note-row' },
    { cells: ['', '（数据来源：政务服务平台）', ''], expected: 'note-row' },
    { cells: ['Source: the office', '', ''], expected: 'note-row' },
    { cells: ['————————', '', ''], expected: 'note-row' },
    { cells: ['填表人：张三', '', '审核人：李四'], expected: 'note-row' },
    { cells: ['', '负责人（签字）：', '填报日期：2025-06-30'], expected: 'note-row' },
    { cells: ['联系人：张三', '2025-03', '120'], expected: null },
    { cells: ['审核人', '2025-03', '审核人：李四'], expected: null },
    { cells: ['人社局', '2025-03', '120'], expected: null },
    { cells: ['合计局', '2025-03', '120'], expected: null },
    { cells: ['注册局', '2025-03', '120'], expected: null },
    { cells: ['说明', '2025-03', '120'], expected: null },
    { cells: ['部门', '月份', '120'], expected: null },
    { cells: ['人社局'], expected: null },
    { cells: ['', '', ''], expected: null },
  ])('$cells is $expected', ({ cells, expected }) => {
    expect(besideData(cells, header)).toBe(expected);
  });

  it('takes a row of one cell for data where the table is narrow', () => {
    expect(besideData(['说明', ''], ['题目', '回答'])).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { longestCell, textFault } from '../../../src/pipeline/check/text.ts';

describe('textFault', () => {
  it.each([
    '等了 40 分钟，窗口 3 号无人',
    'a < b 且 b > a',
    '<<政务服务条例>>第三条',
    '满意度 <60%',
    '-5 度也要排队',
    '+86 开头的号码打不通',
    '- 第一点',
    '——他说',
    'a@b',
    '=',
    '3 = 2 + 1',
    '',
    'javascript 写得不错',
  ])('takes %j as words', (cell) => {
    expect(textFault(cell)).toBeNull();
  });

  it.each(['=1+2', '=HYPERLINK("http://x","y")', '  =cmd|’/c calc’!A0', '@SUM(A1)', '+SUM(1)', '-cmd|x'])(
    'finds a formula in %j',
    (cell) => {
      expect(textFault(cell)).toEqual({ code: 'formula-in-cell', value: cell });
    },
  );

  it.each([
    '<b>急</b>',
    '看这里<script>alert(1)',
    '<img src=x onerror=alert(1)',
    '<svg/onload=alert(1)>',
    '<!-- x -->',
    '</td>',
    '<a href="JavaScript:alert(1)">点</a>',
    'javascript:alert(1)',
  ])('finds markup in %j', (cell) => {
    expect(textFault(cell)).toEqual({ code: 'markup-in-cell', value: cell });
  });

  it('refuses a text that has swallowed others', () => {
    expect(textFault('长'.repeat(longestCell))).toBeNull();
    expect(textFault('长'.repeat(longestCell + 1))).toEqual({
      code: 'cell-too-long',
      value: '100001',
      detail: '100000',
    });
  });

  it('ends on a text made to be slow', () => {
    expect(textFault('<a'.repeat(longestCell / 2))).toBeNull();
    expect(textFault(' '.repeat(longestCell))).toBeNull();
    expect(textFault(`+${'A'.repeat(longestCell - 1)}`)).toBeNull();
  });
});

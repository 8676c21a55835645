import { describe, expect, it } from 'vitest';
import { formatByNumber, formatOf } from '../../../../src/pipeline/read/workbook/number-format.ts';

const moment = (day: boolean, month: boolean, time: boolean) => ({ shows: 'moment', day, month, time });
const number = { shows: 'number' };

describe('formatOf', () => {
  it.each([
    ['General', number],
    ['@', number],
    ['0.00', number],
    ['#,##0.00_);[Red](#,##0.00)', number],
    ['0.00E+00', number],
    ['"days" 0', number],
    ['0"d"', number],
    ['\\d0', number],
    ['0%', { shows: 'percent' }],
    ['0.00%;[Red]-0.00%', { shows: 'percent' }],
    ['00000', { shows: 'padded', digits: 5 }],
    ['yyyy-mm-dd', moment(true, true, false)],
    ['[$-F800]dddd, mmmm dd, yyyy', moment(true, true, false)],
    ['m"月"d"日"', moment(true, true, false)],
    ['yyyy"年"m"月"', moment(false, true, false)],
    ['mmm-yy', moment(false, true, false)],
    ['h:mm AM/PM', moment(false, false, true)],
    ['上午/下午h"时"mm"分"', moment(false, false, true)],
    ['mm:ss.0', moment(false, false, true)],
    ['yyyy/m/d h:mm', moment(true, true, true)],
    ['[h]:mm:ss', { shows: 'duration' }],
  ])('%s', (code, expected) => {
    expect(formatOf(code)).toEqual(expected);
  });
});

describe('formatByNumber', () => {
  it('knows the formats that a workbook need not spell out, and prefers what it spells out', () => {
    expect(formatByNumber(14, new Map())).toEqual(moment(true, true, false));
    expect(formatByNumber(22, new Map())).toEqual(moment(true, true, true));
    expect(formatByNumber(31, new Map())).toEqual(moment(true, true, false));
    expect(formatByNumber(10, new Map())).toEqual({ shows: 'percent' });
    expect(formatByNumber(4, new Map())).toEqual(number);
    expect(formatByNumber(14, new Map([[14, formatOf('0')]]))).toEqual(number);
  });
});

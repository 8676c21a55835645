import { describe, expect, it } from 'vitest';
import { placesOf, textTable } from '../../../scripts/check/text-table.ts';

describe('textTable', () => {
  it.each([
    ['', 0],
    ['a.csv', 5],
    ['第 14 行', 8],
    ['ｆｕｌｌ', 8],
    ['😀', 2],
    ['𠮷', 2],
    ['é', 1],
  ])('knows how wide %j is', (text, places) => {
    expect(placesOf(text)).toBe(places);
  });

  it('puts columns under each other, hanzi or not', () => {
    const lines = textTable([
      ['文件', '行', '值'],
      ['2025-findings.csv', '14', '医保中心'],
      ['表.csv', '2041', 'x'],
    ]);
    expect(lines).toEqual([
      '文件               行    值',
      '2025-findings.csv  14    医保中心',
      '表.csv             2041  x',
    ]);
    expect(textTable([])).toEqual([]);
  });
});

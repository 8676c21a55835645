import { describe, expect, it } from 'vitest';
import type { Merge } from '../../../../src/pipeline/read/workbook/cell-row.ts';
import { groupedHeader } from '../../../../src/pipeline/read/workbook/grouped-header.ts';

/* A header of two rows of text that nobody has merged is seen by where names stand and where none do. */

const data = ['B1', '等候太久', '税务局', '2026-02-05'];

/** The blocks that are seen in some rows beside those that are merged. */
const seenBeside = (merges: readonly Merge[], rows: readonly (readonly string[])[]) =>
  groupedHeader(
    rows.map((cells, place) => ({
      row: place + 1,
      cells: [...cells],
      onlyText: !cells.some((cell) => /^\d+$/.test(cell)),
      hidden: false,
      remarks: [],
    })),
    merges,
  ).map(({ rows: [first, last], columns: [left, right] }) => `${first}-${last} ${left}-${right}`);

const seen = (...rows: readonly (readonly string[])[]) => seenBeside([], rows);

const groups = ['编号', '内容', '办理情况', ''];
const names = ['', '', '部门', '日期'];

describe('groupedHeader', () => {
  it('sees the groups and the names beside them, below a title, too', () => {
    expect(seen(groups, names, data)).toEqual(['1-2 0-0', '1-2 1-1', '1-1 2-3']);
    expect(seen(['问题清单'], groups, names, data)).toEqual(['2-3 0-0', '2-3 1-1', '2-2 2-3']);
  });

  it('sees none where the lower row names every column: it is the header by itself', () => {
    expect(seen(['问题', '', '办理', ''], ['编号', '内容', '部门', '日期'], data)).toEqual([]);
    expect(seen(['问题清单', '', '', ''], ['编号', '内容', '部门', '日期'], data)).toEqual([]);
  });

  it('sees none where somebody has merged in the header, but a merged title is nothing to it', () => {
    const rows = [['问题清单'], groups, names, data];
    const merged = (row: number): Merge => ({ rows: [row, row], columns: [0, 3] });
    expect(seenBeside([merged(2)], rows)).toEqual([]);
    expect(seenBeside([merged(1)], rows)).toHaveLength(3);
  });

  it.each([
    ['a column without a name, and a row of data with a gap', [groups, ['B1', '', '税务局', '四月'], data]],
    ['a group of which a column has no name', [groups, ['', '', '部门', ''], data]],
    ['a name below a single column', [groups, ['', '详情', '部门', '日期'], data]],
    ['numbers in what would be names', [groups, ['', '', '3', '4'], data]],
    ['a gap in the first row of data', [groups, names, ['B1', '', '税务局', '四月']]],
    ['no data', [groups, names]],
    ['nothing', []],
  ])('sees none where there is %s', (_, rows) => {
    expect(seen(...rows)).toEqual([]);
  });
});

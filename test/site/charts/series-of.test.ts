import { describe, expect, test } from 'vitest';
import type { Cell, Cells, Part, Row } from '../../../src/site/charts/chart-table.ts';
import { seriesOf } from '../../../src/site/charts/series-of.ts';

function cell(column: number, text: string, ...numbers: [Part, number, string][]): Cell {
  return { column, text, numbers: numbers.map(([part, value, shown]) => ({ part, value, text: shown })) };
}

function row(...cells: Cell[]): Row {
  const [header, ...rest] = cells;
  if (!header) throw new Error('A row needs a header');
  return { header, cells: rest, marked: false };
}

const head: Cell[] = [
  cell(0, 'Quarter'),
  { ...cell(1, 'Share confirmed'), series: 'confirmed', label: 'Confirmed' },
  { ...cell(2, 'Range'), series: 'confirmed' },
  cell(3, 'Remark'),
  { ...cell(4, 'Found'), series: 'seen', look: 'found' },
];

const cells: Cells = {
  head,
  body: [
    row(
      cell(0, '2025 Q1'),
      cell(1, '78% (206/264)', ['value', 0.78, '78%'], ['count', 206, '206'], ['base', 264, '264']),
      cell(2, '72–82%', ['low', 0.72, '72'], ['high', 0.82, '82%']),
      cell(3, '12 more', ['value', 12, '12']),
      cell(4, '312', ['count', 312, '312']),
    ),
    row(cell(0, '2025 Q2'), cell(1, 'Too few to say'), cell(2, ''), cell(3, ''), cell(4, 'None')),
  ],
  foot: [row(cell(0, 'Whole city'), cell(1, '80%', ['value', 0.8, '80%']))],
};

describe('seriesOf', () => {
  const table = seriesOf(cells);

  test('makes one series of each key, in the order of the table, and leaves other columns alone', () => {
    expect(table.series.map(({ key, look, name, label }) => [key, look, name, label])).toEqual([
      ['confirmed', 'confirmed', 'Share confirmed', 'Confirmed'],
      ['seen', 'found', 'Found', 'Found'],
    ]);
  });

  test('puts the columns of a series together into one point', () => {
    expect(table.series[0]?.points[0]).toEqual({
      value: 0.78,
      low: 0.72,
      high: 0.82,
      base: 264,
      shown: '78%',
      count: '206',
      text: '78% (206/264)',
      heard: [
        ['Share confirmed', '78% (206/264)'],
        ['Range', '72–82%'],
      ],
    });
  });

  test('takes the count where a cell has no value', () => {
    expect(table.series[1]?.points[0]?.value).toBe(312);
  });

  test('leaves a gap, with its words, where a cell has no number: never 0', () => {
    expect(table.series[0]?.points[1]).toMatchObject({
      value: null,
      low: null,
      shown: '',
      text: 'Too few to say',
    });
    expect(table.series[1]?.points[1]).toMatchObject({ value: null, text: 'None' });
  });

  test('a base alone is no value: too few to say stays a gap', () => {
    const body = [row(cell(0, 'A'), cell(1, 'Too few (5/7)', ['base', 7, '7']))];
    expect(seriesOf({ head, body, foot: [] }).series[0]?.points[0]).toMatchObject({ value: null, base: 7 });
  });

  test('reads the position of a row from the number in its header', () => {
    const body = [row(cell(0, '15 days', ['value', 15, '15']))];
    expect(seriesOf({ head, body, foot: [] }).places).toEqual([
      { name: '15 days', position: 15, look: undefined, marked: false },
    ]);
    expect(table.places.map(({ position }) => position)).toEqual([null, null]);
  });

  test('reads the whole programme from the foot', () => {
    expect(table.wholeName).toBe('Whole city');
    expect(table.series[0]?.whole?.value).toBe(0.8);
    expect(seriesOf({ ...cells, foot: [] }).series[0]?.whole).toBeUndefined();
  });

  test('a table without series or rows gives none', () => {
    expect(seriesOf({ head: [], body: [], foot: [] })).toEqual({ places: [], series: [], wholeName: '' });
  });
});

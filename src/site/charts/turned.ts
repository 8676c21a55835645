import type { Cells } from './chart-table.ts';

/**
 * A table with its rows and columns exchanged, for a chart whose series are the rows of the table that a reader sees: each
 * row becomes a series, named by its header, and each column that is a series becomes a place.
 *
 * @example
 * const number = (value: number) => [{ part: 'value', value, text: String(value) }] as const;
 * const head = [{ column: 0, text: 'Department', numbers: [] }, { column: 1, text: '2025 Q1', numbers: [], series: 'q1' }];
 * const header = { column: 0, text: 'Tax', numbers: [] };
 * const body = [{ header, cells: [{ column: 1, text: '7', numbers: number(7) }], marked: false }];
 * turned({ head, body, foot: [] }).head[0]?.text; // => 'Tax'
 * turned({ head, body, foot: [] }).body[0]?.header.text; // => '2025 Q1'
 * turned({ head, body, foot: [] }).body[0]?.cells[0]?.numbers[0]?.value; // => 7
 */
export function turned({ head, body }: Cells): Cells {
  return {
    head: body.map(({ header, look }, row) => ({ ...header, column: row, series: String(row), look })),
    body: head
      .filter(({ series }) => series !== undefined)
      .map((header) => ({
        header,
        cells: body.flatMap(({ cells }, row) => {
          const cell = cells.find(({ column }) => column === header.column);
          return cell ? [{ ...cell, column: row }] : [];
        }),
        marked: false,
      })),
    foot: [],
  };
}

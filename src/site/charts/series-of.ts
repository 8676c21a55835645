import type { Cell, Cells, ChartTable, Part, Point, Row, Series } from './chart-table.ts';

/** The columns of one series, in the order of the table. */
type Columns = readonly [Cell, ...Cell[]];

function columnsBySeries(head: readonly Cell[]): Map<string, Columns> {
  const columns = new Map<string, Columns>();
  for (const header of head) {
    if (header.series === undefined) continue;
    const known = columns.get(header.series);
    columns.set(header.series, known ? [...known, header] : [header]);
  }
  return columns;
}

function pointOf(row: Row, columns: Columns): Point {
  const own = columns.map((header) => ({
    header: header.text,
    cell: row.cells.find(({ column }) => column === header.column),
  }));
  const numbers = own.flatMap(({ cell }) => cell?.numbers ?? []);
  const numberOf = (part: Part) => numbers.find((number) => number.part === part);
  const number = numberOf('value') ?? numberOf('count');
  const home = own.find(({ cell }) => number && cell?.numbers.includes(number)) ?? own[0];
  return {
    value: number?.value ?? null,
    low: numberOf('low')?.value ?? null,
    high: numberOf('high')?.value ?? null,
    base: numberOf('base')?.value ?? null,
    shown: number?.text ?? '',
    count: numberOf('count')?.text ?? '',
    text: home?.cell?.text ?? '',
    heard: own.map(({ header, cell }) => [header, cell?.text ?? ''] as const),
    marked: own.some(({ cell }) => cell?.marked === true) || undefined,
  };
}

/**
 * Reads the series of a chart from a table: a column belongs to the series named in its header, and columns of the same
 * series (a value, and its interval beside it) make one point together.
 *
 * A cell without a number is a gap, with the words that stand in it.
 */
export function seriesOf(cells: Cells): ChartTable {
  const whole = cells.foot[0];
  const series = [...columnsBySeries(cells.head)].map(([key, columns]): Series => {
    const [first] = columns;
    return {
      key,
      look: columns.find(({ look }) => look !== undefined)?.look ?? key,
      name: first.text,
      label: columns.find(({ label }) => label !== undefined)?.label ?? first.text,
      points: cells.body.map((row) => pointOf(row, columns)),
      whole: whole && pointOf(whole, columns),
    };
  });
  const places = cells.body.map(({ header, look, marked }) => ({
    name: header.text,
    label: header.label,
    position: header.numbers[0]?.value ?? null,
    look,
    marked,
  }));
  return { places, series, wholeName: whole?.header.text ?? '' };
}

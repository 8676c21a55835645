import type { Cell, Cells, Part, Row, ShownNumber } from './chart-table.ts';
import { columnPlaces } from './column-places.ts';

/** Which number of a point a part of a figure is: a control chart's line and limits are a series of their own. */
const parts: Readonly<Record<string, Part>> = {
  value: 'value',
  count: 'count',
  base: 'base',
  low: 'low',
  high: 'high',
  centre: 'value',
  limit_low: 'low',
  limit_high: 'high',
};

/** The text of an element as it is heard: drawings and signs for the eye left out, a line break as a space. */
function textOf(element: Element): string {
  const pieces: string[] = [];
  for (const node of element.childNodes) {
    if (node instanceof SVGElement || (node instanceof Element && node.ariaHidden === 'true')) continue;
    if (node instanceof HTMLBRElement) pieces.push(' ');
    else pieces.push(node instanceof Element ? textOf(node) : (node.textContent ?? ''));
  }
  return pieces.join('').replace(/\s+/g, ' ').trim();
}

function numbersOf(cell: Element): ShownNumber[] {
  return [...cell.querySelectorAll<HTMLDataElement>('data[value]')].flatMap((element) => {
    const value = element.value.trim() === '' ? Number.NaN : Number(element.value);
    const part = parts[element.dataset.part ?? 'value'];
    return Number.isFinite(value) && part !== undefined ? [{ part, value, text: textOf(element) }] : [];
  });
}

function cellOf(element: HTMLTableCellElement, column: number): Cell {
  const { series, label, style, mark } = element.dataset;
  return {
    column,
    text: textOf(element),
    numbers: numbersOf(element),
    series,
    label,
    look: style,
    marked: mark !== undefined,
  };
}

function gridOf(rows: readonly HTMLTableRowElement[]): Cell[][] {
  const elements = rows.map((row) => [...row.cells]);
  const places = columnPlaces(
    elements.map((cells) => cells.map(({ colSpan, rowSpan }) => ({ across: colSpan, down: rowSpan }))),
  );
  return elements.map((cells, row) =>
    cells.map((cell, index) => cellOf(cell, places[row]?.[index] ?? index)),
  );
}

function rowsOf(rows: readonly HTMLTableRowElement[]): Row[] {
  const grid = gridOf(rows);
  return rows.flatMap((row, index): Row[] => {
    const cells = grid[index] ?? [];
    const header =
      cells[
        Math.max(
          0,
          [...row.cells].findIndex((cell) => cell.matches('th')),
        )
      ];
    if (!header) return [];
    const { style, mark } = row.dataset;
    return [
      { header, cells: cells.filter((cell) => cell !== header), look: style, marked: mark !== undefined },
    ];
  });
}

/** Reads a table of the page: the only file that knows how one is marked up. */
export function tableCells(table: HTMLTableElement): Cells {
  return {
    head: gridOf([...(table.tHead?.rows ?? [])]).flat(),
    body: [...table.tBodies].flatMap((body) => rowsOf([...body.rows])),
    foot: rowsOf([...(table.tFoot?.rows ?? [])]),
  };
}

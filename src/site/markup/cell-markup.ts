import type { TableName } from '../../model/published.ts';
import type { RegionalName } from '../../model/regional.ts';
import { formatCount, formatPercent, formatShareEnd } from '../words/format.ts';
import { xmlText } from './xml.ts';

/** A number out of a public table other than the figures. */
export interface Cell {
  readonly table: TableName | RegionalName | 'index';
  /** The key of the row; several columns are joined by `|`. */
  readonly row: string;
  readonly column: string;
  readonly value: number | null;
  /** For a share, or the `low` or `high` end of its interval: what it is a share of. */
  readonly base?: number | null;
  /** For an end of an interval, the share itself, whose decimals it has. */
  readonly rate?: number | null;
  /** Which number of a point the chart takes it for; see `charts.ts`. */
  readonly part?: 'low' | 'high' | 'count';
  readonly class?: string;
}

function shown(value: number, { column, base, rate }: Cell): string {
  if (base === undefined) return formatCount(value);
  const end = /(low|high)$/.exec(column)?.[0] as 'low' | 'high' | undefined;
  return end === undefined ? formatPercent(value, base) : formatShareEnd(value, base, end, rate);
}

/**
 * A number of a table as markup, put together without a component: a curve alone has hundreds. Nothing where the cell is blank.
 *
 * @example
 * cellMarkup({ table: 'visits', row: 'V-1', column: 'n', value: 9 }); // => '<data data-cell="visits:V-1:n" value="9">9</data>'
 */
export function cellMarkup(cell: Cell): string {
  const { table, row, column, value, part, class: name } = cell;
  if (value === null) return '';
  return [
    `<data${name === undefined ? '' : ` class="${name}"`}${part === undefined ? '' : ` data-part="${part}"`}`,
    ` data-cell="${xmlText(`${table}:${row}:${column}`)}" value="${value}">${shown(value, cell)}</data>`,
  ].join('');
}

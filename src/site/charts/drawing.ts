import type { ChartConfiguration } from 'chart.js';
import type { ChartTable, Point, Series } from './chart-table.ts';
import type { Unit } from './choose-axis.ts';
import type { Palette } from './palette.ts';

/** All that a kind of chart needs to know to be drawn. */
export interface Sketch {
  readonly table: ChartTable;
  readonly unit: Unit;
  readonly palette: Palette;
  readonly language: string;
  /** Two series keys; between them the ground is grey. */
  readonly band: readonly string[];
  readonly across: boolean;
  /** Whether the axis of the numbers need not begin at zero. */
  readonly near: boolean;
  readonly guides: readonly number[];
  readonly axisWords: string;
  /** The second table of a funnel. */
  readonly limits: ChartTable | null;
}

/** What Chart.js draws, and which series each of its data sets shows: null for a band or a guide, which says nothing. */
export interface Drawing {
  readonly configuration: ChartConfiguration;
  readonly drawn: readonly (Series | null)[];
  /** How high it must be at a width, in pixels, where a fixed height would not do. */
  readonly heightIn?: (width: number) => number;
}

/** Every number of some points that must be inside the axis. */
export function reachOf(points: readonly Point[]): number[] {
  return points.flatMap(({ value, low, high }) => [value, low, high]).filter((number) => number !== null);
}

/** The series that have an interval at some point. */
export function hasInterval({ points }: Series): boolean {
  return points.some(({ low, high }) => low !== null && high !== null);
}

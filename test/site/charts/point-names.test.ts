import { expect, test } from 'vitest';
import type { Place, Point, Series } from '../../../src/site/charts/chart-table.ts';
import type { Palette, Token } from '../../../src/site/charts/palette.ts';
import { pointNames } from '../../../src/site/charts/point-names.ts';

const colours = new Proxy({} as Record<Token, string>, { get: (_, token) => String(token) });
const palette: Palette = { colours, family: 'sans-serif', size: 13 };

const place = (name: string, marked: boolean): Place => ({ name, marked, position: null, look: undefined });
const point = (shown: string): Point => ({
  value: 0.4,
  low: null,
  high: null,
  base: 9,
  shown,
  count: '',
  text: shown,
  heard: [],
});

interface Written {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

/** What is written beside the points of a drawing that is 400 pixels wide; a letter takes eight. */
function writtenBeside(dots: readonly { x: number; y: number }[], places: readonly Place[]): Written[] {
  const written: Written[] = [];
  const ctx = {
    textAlign: 'start',
    save: () => {},
    restore: () => {},
    beginPath: () => {},
    moveTo: () => {},
    lineTo: () => {},
    stroke: () => {},
    strokeText: () => {},
    measureText: (text: string) => ({ width: text.length * 8 }),
    fillText(text: string, x: number, y: number) {
      const left = this.textAlign === 'end' ? x - text.length * 8 : x;
      written.push({ text, left, right: left + text.length * 8, y });
    },
  };
  const chartArea = { left: 0, top: 0, right: 400, bottom: 300, width: 400, height: 300 };
  const series: Series = { key: '', look: '', name: '', label: '', points: places.map(() => point('40%')) };
  const chart = { ctx, chartArea, getDatasetMeta: () => ({ data: dots }) };
  pointNames(series, places, palette).afterDatasetsDraw?.(chart as never, {}, {}, false);
  return written;
}

test('only points that stand out are named, each with its number', () => {
  const dots = [
    { x: 50, y: 50 },
    { x: 90, y: 200 },
  ];
  const written = writtenBeside(dots, [place('Tax', true), place('Police', false)]);
  expect(written.map(({ text }) => text)).toEqual(['Tax 40%']);
});

test('a name near the edge stays in the drawing, whoever else has no cases and so no point', () => {
  const dots = [
    { x: 380, y: 50 },
    { x: Number.NaN, y: 20 },
  ];
  const [name] = writtenBeside(dots, [place('Tax', true), place('Sports', false)]);
  expect(name?.right).toBeLessThan(380);
});

test('a long name breaks, and none of its lines leaves the drawing', () => {
  const dots = [{ x: 200, y: 150 }];
  const written = writtenBeside(dots, [place('Human Resources and Social Security Bureau', true)]);
  expect(written.length).toBeGreaterThan(1);
  for (const { left, right } of written) expect(left >= 0 && right <= 400).toBe(true);
});

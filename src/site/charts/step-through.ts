import type { Chart } from 'chart.js';
import type { ChartTable, Series } from './chart-table.ts';
import { nextStep, type Step } from './next-step.ts';
import { spokenPoint } from './spoken-point.ts';

/** What the keyboard reader needs: the chart as it stands now, which may be redrawn between two keys. */
export interface Stage {
  readonly canvas: HTMLCanvasElement;
  readonly said: HTMLElement;
  readonly table: ChartTable;
  readonly language: string;
  readonly current: () => { readonly chart: Chart; readonly drawn: readonly (Series | null)[] };
}

function point(stage: Stage, { row, series }: Step): void {
  const { chart, drawn } = stage.current();
  const datasetIndex = drawn.indexOf(stage.table.series[series] ?? null);
  const element = chart.getDatasetMeta(datasetIndex).data[row];
  const there = element && Number.isFinite(element.x) && Number.isFinite(element.y);
  const active = there ? [{ datasetIndex, index: row }] : [];
  chart.setActiveElements(active);
  chart.tooltip?.setActiveElements(active, { x: element?.x ?? 0, y: element?.y ?? 0 });
  chart.update();
}

/** Lets arrow keys step through the points: each is shown, and spoken in the words of the table. */
export function stepThrough(stage: Stage): void {
  const { places, series } = stage.table;
  let step: Step | null = null;
  stage.canvas.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const next = nextStep(step, event.key, places.length, series.length);
    if (!next) return;
    event.preventDefault();
    step = next;
    point(stage, next);
    const now = series[next.series]?.points[next.row];
    stage.said.textContent = now ? spokenPoint(places[next.row]?.name ?? '', now, stage.language) : '';
  });
}

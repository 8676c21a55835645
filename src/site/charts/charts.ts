/*
 * Finds the figures that ask for a chart and loads the chart module when one comes near the view.
 * The reader without this script has the same numbers in the table.
 *
 * A figure is written by the page as
 *
 *     <figure class="fig" id="over-time" data-chart="line" …>
 *       <h3>a sentence</h3> <p class="sm">what is drawn</p>
 *       <details class="numbers" open><summary>Table</summary><div class="scroll" …><table>…</table></div></details>
 *       <figcaption><div class="acts">… <button data-picture="png" disabled> …</div><p class="src">source</p></figcaption>
 *     </figure>
 *
 * with, on the figure:
 *
 * - `data-chart`: one of `line`, `steps`, `bar`, `stacked`, `funnel`, `multiples`
 * - `data-unit`: one of `count` (default), `share`, `days`, `score`; for the axis only
 * - `data-size`: one of `small`, `medium` (default), `large`; the fixed height of the drawing
 * - `data-band`: two series between which the ground is grey
 * - `data-near`: the axis reaches around the numbers and need not begin at zero
 * - `data-turned`: the rows of the table are the series, its columns the places
 * - `data-direction`: `across` for one horizontal bar a row; bars stand upright by default
 * - `data-guides`: positions of dotted guides in `steps`
 * - `data-axis`: words under the x axis of `steps` and `funnel`
 * - `data-label-failed`, `data-label-keys`: what a button says that could not make its picture, and the hint for the keyboard
 * - `data-demonstration`: the line that says the data are invented, drawn into the picture
 * - `data-file`: name of the picture, the figure's id by default
 *
 * and, in the table, `data-series` (with `data-label`, `data-style`) on column headers, `data-style` and `data-mark` on rows (a named point of a funnel, a signal of a line) and cells (a signal where rows are series),
 * `data-part` on the numbers, and `data-limits` on the second table of a funnel. Where the toggle is left out, the table stays in sight.
 */

import { panelsIn } from './panels.ts';

const chartable = 'figure[data-chart]';

/** How far below the view a chart is made ready, so that a reader who scrolls finds it drawn. */
const ahead = '300px';

function boxFor(figure: HTMLElement): HTMLElement {
  const box = document.createElement('div');
  box.className = 'chart';
  const toggle = figure.querySelector<HTMLDetailsElement>('details.numbers');
  (toggle ?? figure.querySelector('table')?.closest('.scroll, table'))?.before(box);
  if (toggle) {
    toggle.open = false;
    toggle.classList.add('ready');
  }
  return box;
}

/** Small drawings side by side need as much height as they have rows. */
function makeRoom(figure: HTMLElement): void {
  const panels = figure.querySelectorAll('tbody > tr').length;
  const { height } = panelsIn(figure.clientWidth, panels);
  figure.style.setProperty('--chart-height', `${height}px`);
}

function showTable(figure: HTMLElement, box: HTMLElement): void {
  box.remove();
  // Nothing is drawn here: no place is kept for a drawing or its pictures.
  delete figure.dataset.chart;
  for (const toggle of figure.querySelectorAll<HTMLDetailsElement>('details.numbers')) toggle.open = true;
}

/** Draws a figure in a task of its own, after the script was read: what the reader does in between is answered. */
async function draw(figure: HTMLElement, box: HTMLElement): Promise<void> {
  try {
    const { drawFigure } = await import('./draw-figure.ts');
    await new Promise((go) => setTimeout(go));
    drawFigure(figure, box);
  } catch {
    showTable(figure, box);
  }
}

function watch(figures: NodeListOf<HTMLElement>): void {
  const boxes = new Map<Element, HTMLElement>();
  let drawing = Promise.resolve();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const box = boxes.get(target);
        const figure = target as HTMLElement;
        if (!isIntersecting || !box) continue;
        observer.unobserve(target);
        drawing = drawing.then(() => draw(figure, box));
      }
    },
    { rootMargin: ahead },
  );
  const resized = new ResizeObserver((entries) => {
    for (const { target } of entries) makeRoom(target as HTMLElement);
  });
  for (const figure of figures) {
    if (figure.dataset.chart === 'multiples') {
      makeRoom(figure);
      resized.observe(figure);
    }
    boxes.set(figure, boxFor(figure));
    observer.observe(figure);
  }
}

/** Paper shows the table: a closed toggle would print closed. */
function openForPrint(): void {
  const closed = document.querySelectorAll<HTMLDetailsElement>(`${chartable} details.numbers:not([open])`);
  for (const toggle of closed) toggle.open = true;
  addEventListener(
    'afterprint',
    () => {
      for (const toggle of closed) toggle.open = false;
    },
    { once: true },
  );
}

/** Draws the figures of the page that ask for it, each when it comes near the view. */
export function watchCharts(): void {
  // Forced colours would strip a canvas of the colours it stands on: there the table stays.
  if (matchMedia('(forced-colors: active)').matches) return;
  watch(document.querySelectorAll<HTMLElement>(chartable));
  addEventListener('beforeprint', openForPrint);
}

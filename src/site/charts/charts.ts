/*
 * Finds the figures that ask for a chart and loads the chart module when one comes near the view.
 * The reader without this script has the same numbers in the table.
 *
 * A figure is written by the page as
 *
 *     <figure class="fig" id="over-time" data-chart="line" …>
 *       <h3>a sentence</h3> <p class="sm">what is drawn</p>
 *       <details class="numbers" open><summary>Table</summary><div class="scroll" …><table>…</table></div></details>
 *       <figcaption><div class="acts">…</div><p class="src">source</p></figcaption>
 *     </figure>
 *
 * with, on the figure:
 *
 * - `data-chart`: one of `line`, `steps`, `bar`, `stacked`, `funnel`
 * - `data-unit`: one of `count` (default), `share`, `days`, `score`; for the axis only
 * - `data-size`: one of `small`, `medium` (default), `large`; the fixed height of the drawing
 * - `data-band`: two series between which the ground is grey
 * - `data-near`: the axis reaches around the numbers and need not begin at zero
 * - `data-direction`: `across` for one horizontal bar a row; bars stand upright by default
 * - `data-guides`: positions of dotted guides in `steps`
 * - `data-axis`: words under the x axis of `steps` and `funnel`
 * - `data-label-failed`, `data-label-keys`: what a button says that could not make its picture, and the hint for the keyboard
 * - `data-demonstration`: the line that says the data are invented, drawn into the picture
 * - `data-file`: name of the picture, the figure's id by default
 *
 * and, in the table, `data-series` (with `data-label`, `data-style`) on column headers, `data-style` and `data-mark` on rows (a named point of a funnel, a signal of a line),
 * `data-part` on the numbers, and `data-limits` on the second table of a funnel. Where the toggle is left out, the table stays in sight.
 */

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

function showTable(figure: HTMLElement, box: HTMLElement): void {
  box.remove();
  for (const toggle of figure.querySelectorAll<HTMLDetailsElement>('details.numbers')) toggle.open = true;
}

function watch(figures: NodeListOf<HTMLElement>): void {
  const boxes = new Map<Element, HTMLElement>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const box = boxes.get(target);
        const figure = target as HTMLElement;
        if (!isIntersecting || !box) continue;
        observer.unobserve(target);
        import('./draw-figure.ts')
          .then(({ drawFigure }) => drawFigure(figure, box))
          .catch(() => showTable(figure, box));
      }
    },
    { rootMargin: ahead },
  );
  for (const figure of figures) {
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

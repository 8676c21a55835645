import { linesOf, ratioTo, type Line } from './lines.ts';
import type { Result } from './results.ts';
import { shortNumber } from './short-number.ts';
import type { Work } from './work.ts';

const panel = { width: 300, height: 230, left: 50, right: 14, top: 58, bottom: 34 };
const perRow = 3;

/** Colours that stand apart in grey and for those who see no red or green; ours is the darkest and the only solid line. */
const style = `
  svg { font: 11px system-ui, sans-serif; --ink: #1b1b1b; --soft: #6a6a6a; --grid: #e2e2e2; --paper: #ffffff; --a: #0b57a4; --b: #b4530a; --c: #1f7a4d; --d: #8a3f8f; }
  @media (prefers-color-scheme: dark) { svg { --ink: #ececec; --soft: #a8a8a8; --grid: #3a3a3a; --paper: #161616; --a: #7db8f0; --b: #f0a860; --c: #6fcf9c; --d: #d79adb; } }
  .paper { fill: var(--paper); } text { fill: var(--ink); } .soft { fill: var(--soft); }
  .grid { stroke: var(--grid); } .line { fill: none; stroke-width: 2; }
  .title { font-weight: 600; }`;

const colours = ['--a', '--b', '--c', '--d'];
const dashes = ['', '6 3', '2 3', '8 3 2 3'];

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The whole powers of ten around some numbers. */
function decades(values: readonly number[]): number[] {
  const first = Math.floor(Math.log10(Math.min(...values)));
  const last = Math.max(first + 1, Math.ceil(Math.log10(Math.max(...values))));
  return Array.from({ length: last - first + 1 }, (_, place) => 10 ** (first + place));
}

/** Where a value lies between the ends of a scale of powers, from 0 to 1. */
function place(value: number, scale: readonly number[]): number {
  const [low = 1, high = 10] = [scale[0], scale.at(-1)];
  return (Math.log10(value) - Math.log10(low)) / (Math.log10(high) - Math.log10(low));
}

function drawn(
  line: Line,
  at: number,
  ours: Line | undefined,
): { readonly legend: string; readonly at: number; readonly line: Line } {
  const growth = line.growth === null ? '' : `, power ${line.growth.toFixed(2)}`;
  const ratio = line.peer && ours !== undefined ? ratioTo(ours, line) : null;
  const times = ratio === null ? '' : `, ours takes ${ratio.times.toFixed(1)} ×`;
  return { legend: `${line.step}${growth}${times}`, at, line };
}

/** Seconds by size on scales of powers, in which a straight line at an angle of one decade to one is linear. */
function panelOf(work: Work, lines: readonly Line[], x: number, y: number): string {
  const { width, height, left, right, top, bottom } = panel;
  const shown = lines
    .map((line) => ({
      ...line,
      points: line.points.filter(({ ending, seconds }) => ending === 'ended' && seconds > 0),
    }))
    .filter(({ points }) => points.length > 0)
    .sort((one, other) => Number(one.peer) - Number(other.peer))
    .slice(0, colours.length);
  const ours = shown.find(({ peer }) => !peer);
  const across = decades(shown.flatMap(({ points }) => points.map(({ size }) => size)));
  const up = decades(shown.flatMap(({ points }) => points.map(({ seconds }) => seconds)));
  const legendRows = shown.length;
  const head = top + 12 * legendRows - 14;
  const xOf = (size: number) => left + place(size, across) * (width - left - right);
  const yOf = (seconds: number) => height - bottom - place(seconds, up) * (height - bottom - head);
  const grid = [
    ...up.map(
      (value) =>
        `<line class="grid" x1="${left}" x2="${width - right}" y1="${yOf(value).toFixed(1)}" y2="${yOf(value).toFixed(1)}"/><text class="soft" x="${left - 5}" y="${(yOf(value) + 3).toFixed(1)}" text-anchor="end">${value.toLocaleString('en-US')} s</text>`,
    ),
    ...across.map(
      (value, at) =>
        `<text class="soft" x="${xOf(value).toFixed(1)}" y="${height - bottom + 16}" text-anchor="${at === 0 ? 'start' : at === across.length - 1 ? 'end' : 'middle'}">${shortNumber(value)}</text>`,
    ),
  ];
  const series = shown
    .map((line, at) => drawn(line, at, ours))
    .map(({ legend, at, line }) => {
      const colour = `var(${colours[at]})`;
      const points = line.points.map(
        ({ size, seconds }) => `${xOf(size).toFixed(1)},${yOf(seconds).toFixed(1)}`,
      );
      const dots = points.map((point) => {
        const [cx, cy] = point.split(',');
        return `<circle cx="${cx}" cy="${cy}" r="3" fill="${colour}"/>`;
      });
      const row = 32 + 13 * at;
      const dash = dashes[at] === '' ? '' : ` stroke-dasharray="${dashes[at]}"`;
      return `<polyline class="line" stroke="${colour}"${dash} points="${points.join(' ')}"/>${dots.join('')}<line class="line" stroke="${colour}"${dash} x1="8" x2="30" y1="${row - 4}" y2="${row - 4}"/><text x="35" y="${row}">${escaped(legend)}</text>`;
    });
  return `<g transform="translate(${x} ${y})"><text class="title" x="8" y="16">${escaped(work.name)}</text>${grid.join('')}${series.join('')}<text class="soft" x="${width - right}" y="${height - 4}" text-anchor="end">${escaped(work.unit)}</text></g>`;
}

/**
 * How the seconds of every work grow with its size, beside those of its peers: a panel for each work that came to its end at
 * two sizes or more. Readable on light and dark.
 */
export function chartOf(works: readonly Work[], results: readonly Result[]): string {
  const lines = linesOf(works, results).filter(({ isPart }) => !isPart);
  const panels = works
    .map((work) => ({ work, own: lines.filter((line) => line.work === work) }))
    .filter(({ work, own }) => work.onlyWorst !== true && own.some(({ points }) => points.length > 1));
  const width = perRow * panel.width;
  const height = Math.ceil(panels.length / perRow) * (panel.height + 12);
  const drawings = panels.map(({ work, own }, at) =>
    panelOf(work, own, (at % perRow) * panel.width, Math.floor(at / perRow) * (panel.height + 12)),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="Seconds by size of what npm run bench measures, on scales of powers of ten"><style>${style}
</style><rect class="paper" width="${width}" height="${height}"/>${drawings.join('')}</svg>
`;
}

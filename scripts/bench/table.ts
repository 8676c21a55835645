import { linesOf, missesOf, ratioTo, type Line, type Point } from './lines.ts';
import { isBusy, type Result } from './results.ts';
import { shortNumber } from './short-number.ts';
import type { Work } from './work.ts';

const grouped = (number: number) => number.toLocaleString('en-US');

const series = (values: readonly string[]) => values.join(' · ');

function secondsOf({ seconds, ending }: Point): string {
  if (ending !== 'ended') return ending;
  return seconds < 10 ? seconds.toFixed(1) : grouped(Math.round(seconds));
}

/** What the peers of a line take, as how many times that of theirs ours is. */
function beside(line: Line, lines: readonly Line[]): string {
  return lines
    .filter((other) => other.work === line.work && other.peer)
    .map((peer) => {
      const ratio = ratioTo(line, peer);
      const stopped = peer.points.find(({ ending }) => ending !== 'ended');
      const words = ratio === null ? '' : `${ratio.times.toFixed(1)} × ${peer.step}`;
      const end =
        stopped === undefined ? '' : `${peer.step} ${stopped.ending} at ${shortNumber(stopped.size)}`;
      return [words, end].filter(Boolean).join(', ');
    })
    .filter(Boolean)
    .join('; ');
}

function budgetWords({ work, step }: Line): string {
  const budgets = (work.budgets ?? []).filter((budget) => budget.step === step);
  const words = budgets.map(({ size, seconds, megabytes, said, times, ofRest }) => {
    const all = [
      ...(times === undefined ? [] : [`${times.most} × ${times.than}`]),
      ...(seconds === undefined ? [] : [`${seconds} s`]),
      ...(megabytes === undefined ? [] : [`${grouped(megabytes)} MB`]),
      ...(ofRest === undefined ? [] : [`${ofRest.most} % of the rest`]),
      ...Object.entries(said ?? {}).map(([name, most]) => `${most} ${name}`),
    ];
    return { size, text: all.join(', ') };
  });
  const [first] = words;
  if (first === undefined) return '';
  if (words.every(({ text }) => text === first.text) && words.length > 1) return first.text;
  return words.map(({ size, text }) => `${text} at ${shortNumber(size)}`).join('; ');
}

/** What a row is about: the first of a work in its table says it in full, the others only what is theirs. */
function wordsOf(line: Line, table: readonly Line[]): string {
  const { work, step } = line;
  const first = table.find((one) => one.work === work);
  if (step === 'ours') return work.what;
  return line === first || work.onlyWorst === true ? `${work.what}: ${step}` : `— ${step}`;
}

function rowOf(line: Line, table: readonly Line[], lines: readonly Line[]): string {
  const { work, isPart, points, growth } = line;
  const what = wordsOf(line, table);
  const misses = missesOf(line, lines);
  const cells = [
    what,
    `${series(points.map(({ size }) => shortNumber(size)))} ${work.unit}`,
    `${series(points.map(secondsOf))} s${isPart ? ' of CPU' : ''}`,
    points.every(({ megabytes }) => megabytes === null)
      ? '–'
      : `${series(points.map(({ megabytes }) => (megabytes === null ? '–' : grouped(Math.round(megabytes)))))} MB`,
    growth === null ? '–' : growth.toFixed(2),
    beside(line, lines),
    [budgetWords(line), ...(misses.length === 0 ? [] : [`**missed: ${misses.join(', ')}**`])]
      .filter(Boolean)
      .join(' '),
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

/** Of a work of many steps only the one that grows fastest. */
function told(lines: readonly Line[]): Line[] {
  const worst = (line: Line) =>
    lines
      .filter(({ work }) => work === line.work)
      .every((other) => other === line || (other.growth ?? 0) <= (line.growth ?? 0));
  return lines.filter((line) => !line.peer && (line.work.onlyWorst !== true || worst(line)));
}

/** When and where results were measured, in a sentence. */
function whereMeasured(results: readonly Result[]): string {
  const days = [...new Set(results.map(({ on }) => on.slice(0, 10)))].sort();
  const commits = [...new Set(results.map(({ commit }) => commit.slice(0, 7)))].filter(Boolean);
  const machines = [...new Set(results.map(({ machine }) => machine))];
  const busy = results.filter(({ others }) => isBusy(others));
  const quiet =
    busy.length === 0
      ? 'a machine with nothing else to do'
      : `a machine with other work in ${busy.length} of ${results.length} measurements (${Math.max(...busy.map(({ others }) => others ?? 0)).toFixed(1)} processors at most), so that seconds say little and ratios are those of processor time`;
  return `Measured ${days.join(', ')} at ${commits.join(', ')} on ${quiet}: ${machines.join('; ')}.`;
}

const tableHead = [
  '| what | sizes | took | memory at its highest | grows with the power | beside peers | budget |',
  '| --- | --- | --- | --- | --- | --- | --- |',
];

/**
 * The results as a table in Markdown, a sentence on where they come from above it, what their stages take folded away under it. What
 * grows is fitted on processor time through all sizes of a row.
 */
export function tableOf(works: readonly Work[], results: readonly Result[]): string {
  const lines = linesOf(works, results);
  const [stages, wholes] = [true, false].map((isPart) =>
    told(lines).filter((line) => line.isPart === isPart),
  );
  const rows = (table: readonly Line[] = []) => [
    ...tableHead,
    ...table.map((line) => rowOf(line, table, lines)),
  ];
  const folded = [
    '',
    '<details>',
    '<summary>Each stage by itself</summary>',
    '',
    ...rows(stages),
    '',
    '</details>',
  ];
  return [whereMeasured(results), '', ...rows(wholes), ...(stages?.length ? folded : [])].join('\n');
}

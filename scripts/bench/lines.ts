import { growthOf } from './growth.ts';
import type { Ending } from './measure.ts';
import { isBusy, type Result } from './results.ts';
import { shortNumber } from './short-number.ts';
import type { Budget, Step, Work } from './work.ts';

/** What one step takes at one size, the middle of its rounds. */
export interface Point {
  readonly size: number;
  readonly ending: Ending;
  readonly seconds: number;
  /** What grows with the size: the processor's time where it is known, which other programs do not stretch. */
  readonly cost: number;
  readonly megabytes: number | null;
  /** Whether other programs kept the machine busy meanwhile, so that its seconds say little. */
  readonly busy: boolean;
  readonly said: Result['said'];
}

/** What one step takes at every size. */
export interface Line {
  readonly work: Work;
  readonly step: string;
  readonly peer: boolean;
  /** Whether only a part of what the step started is told: then its seconds are those of the processor. */
  readonly isPart: boolean;
  readonly points: readonly Point[];
  /** The power of the size with which its cost grows; null where fewer than three sizes came to their end. */
  readonly growth: number | null;
}

/** A fit through fewer sizes says nothing. */
const fewestSizes = 3;

/** What grows faster than this is not linear. */
export const mostGrowth = 1.1;

function middle<Item>(items: readonly Item[], by: (item: Item) => number): Item | undefined {
  return items.toSorted((one, other) => by(one) - by(other))[Math.floor(items.length / 2)];
}

function lineOf(line: Pick<Line, 'work' | 'step' | 'peer' | 'isPart'>, points: readonly Point[]): Line {
  const sorted = points.toSorted((one, other) => one.size - other.size);
  const ended = sorted.filter(({ ending, cost }) => ending === 'ended' && cost > 0);
  const growth =
    ended.length < fewestSizes
      ? null
      : growthOf(
          ended.map(({ size }) => size),
          ended.map(({ cost }) => cost),
        );
  return { ...line, points: sorted, growth };
}

function pointOf({ size, ending, seconds, processorSeconds, megabytes, others, said }: Result): Point {
  const own = said['seconds'];
  return {
    ...{ size, ending, said, megabytes },
    busy: isBusy(others),
    seconds: typeof own === 'number' ? own : seconds,
    cost: typeof own === 'number' ? own : (processorSeconds ?? seconds),
  };
}

/** The middle result of each size. */
function middles(results: readonly Result[]): Result[] {
  return [...Map.groupBy(results, ({ size }) => size).values()].flatMap((rounds) => {
    const worst = rounds.find(({ ending }) => ending !== 'ended');
    return worst ?? middle(rounds, ({ seconds }) => seconds) ?? [];
  });
}

/** The lines of what a step's processes do; programs without a name are told together. */
function partLines(
  work: Work,
  step: string,
  names: NonNullable<Step['parts']>,
  results: readonly Result[],
): Line[] {
  return Object.values({ ...names, other: 'everything else' }).flatMap((name) => {
    const points = results.flatMap((result): Point[] => {
      const parts = result.parts.filter(({ program }) => (names[program] ?? 'everything else') === name);
      if (parts.length === 0) return [];
      const cost = parts.reduce((sum, { processorSeconds }) => sum + processorSeconds, 0);
      const megabytes = Math.max(...parts.map((one) => one.megabytes));
      return [
        { size: result.size, ending: result.ending, seconds: cost, cost, megabytes, busy: false, said: {} },
      ];
    });
    return points.length === 0
      ? []
      : [lineOf({ work, step: `${step}: ${name}`, peer: false, isPart: true }, points)];
  });
}

/** The lines of the stages of a step, by what its program says of them. */
function stageLines(work: Work, step: string, stages: readonly string[], results: readonly Result[]): Line[] {
  return stages.flatMap((stage) => {
    const points = results.flatMap(({ size, ending, said }): Point[] => {
      const cost = said[stage];
      if (typeof cost !== 'number') return [];
      return [{ size, ending, seconds: cost, cost, megabytes: null, busy: false, said: {} }];
    });
    const own = { work, step: `${step}: ${stage}`, peer: false, isPart: true };
    return points.length === 0 ? [] : [lineOf(own, points)];
  });
}

/** The lines of all works that have results, in the order of the works; parts and stages follow what they are of. */
export function linesOf(works: readonly Work[], results: readonly Result[]): Line[] {
  return works.flatMap((work) => {
    const ours = results.filter((result) => result.work === work.name);
    return [...Map.groupBy(ours, ({ step }) => step)].flatMap(([step, all]) => {
      const one = middles(all);
      const [first] = one;
      const line = lineOf({ work, step, peer: first?.peer ?? false, isPart: false }, one.map(pointOf));
      const { partNames, stages = [] } = first ?? {};
      const parts = partNames === undefined ? [] : partLines(work, step, partNames, one);
      return [line, ...parts, ...stageLines(work, step, stages, one)];
    });
  });
}

/**
 * How many times what another line takes one takes, at the largest size that both came through: by the clock, or where the machine
 * was busy by the processor's time.
 */
export function ratioTo(line: Line, other: Line): { readonly size: number; readonly times: number } | null {
  const pairs = line.points.flatMap((point) => {
    const same = other.points.find(({ size }) => size === point.size);
    return same?.ending === 'ended' && point.ending === 'ended' ? [{ point, same }] : [];
  });
  const last = pairs.at(-1);
  const busy = last !== undefined && (last.point.busy || last.same.busy);
  const taken = ({ seconds, cost }: Point) => (busy ? cost : seconds);
  return last === undefined ? null : { size: last.point.size, times: taken(last.point) / taken(last.same) };
}

/** The processor time of a part in hundredths of that of the rest of its step. */
export function shareOfRest(part: Line, lines: readonly Line[], size: number, step: string): number {
  const costOf = (line: Line | undefined) =>
    line?.points.find((point) => point.size === size)?.cost ?? Number.NaN;
  const whole = costOf(lines.find((line) => line.work === part.work && line.step === step));
  return (100 * costOf(part)) / (whole - costOf(part));
}

/** What a line misses of its budgets, and where it is not linear, in words. */
export function missesOf(line: Line, lines: readonly Line[]): string[] {
  const { work, step, points, growth } = line;
  const over = (budget: Budget): string[] => {
    const point = points.find(({ size }) => size === budget.size);
    if (point === undefined) return [];
    if (point.ending !== 'ended') return [`${point.ending} at ${shortNumber(budget.size)}`];
    const { seconds, megabytes, said, times, ofRest } = budget;
    const other = lines.find((one) => one.work === work && one.step === times?.than);
    const ratio = other === undefined ? null : ratioTo(atSize(line, budget.size), atSize(other, budget.size));
    return [
      ...(seconds !== undefined && point.seconds > seconds ? [`${point.seconds.toFixed(1)} s`] : []),
      ...(megabytes !== undefined && (point.megabytes ?? 0) > megabytes
        ? [`${Math.round(point.megabytes ?? 0)} MB`]
        : []),
      ...Object.entries(said ?? {}).flatMap(([name, most]) =>
        Number(point.said[name]) > most ? [`${Math.round(Number(point.said[name]))} ${name}`] : [],
      ),
      ...(ofRest !== undefined && shareOfRest(line, lines, budget.size, ofRest.step) > ofRest.most
        ? [`${Math.round(shareOfRest(line, lines, budget.size, ofRest.step))} % of the rest`]
        : []),
      ...(times !== undefined && ratio !== null && ratio.times > times.most
        ? [`${ratio.times.toFixed(1)} × ${times.than}`]
        : []),
    ].map((miss) => `${miss} at ${shortNumber(budget.size)}`);
  };
  const stopped = points
    .filter(({ size, ending }) => ending !== 'ended' && !budgetsOf(line).some((one) => one.size === size))
    .map(({ size, ending }) => `${ending} at ${shortNumber(size)}`);
  return [
    ...(line.peer ? [] : budgetsOf(line).flatMap(over)),
    ...stopped,
    ...(!line.peer && growth !== null && growth > mostGrowth ? [`grows by ${growth.toFixed(2)}`] : []),
  ];

  function atSize(one: Line, size: number): Line {
    return { ...one, points: one.points.filter((point) => point.size === size) };
  }

  function budgetsOf(one: Line): readonly Budget[] {
    return (one.work.budgets ?? []).filter((budget) => budget.step === step);
  }
}

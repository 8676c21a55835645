import { availableParallelism, cpus } from 'node:os';
import { measure, type Limits, type Measurement } from './measure.ts';
import { addResult, isBusy, readResults, type Result } from './results.ts';
import type { Room } from './room.ts';
import type { Step, Work } from './work.ts';

/** What a run of the suite is told. */
export interface Running {
  readonly room: Room;
  /** The file of results, one a line. */
  readonly results: string;
  readonly limits: Limits;
  readonly commit: string;
  /** Instead of the sizes that each work has. */
  readonly sizes: readonly number[] | null;
  readonly rounds: number | null;
  readonly say: (line: string) => void;
}

const machine = `${availableParallelism()} processors (${cpus()[0]?.model.trim()}), Node ${process.versions.node}`;

/** What a program says of itself: its last line, where that is an object. */
function saidIn(output: string): Result['said'] {
  try {
    return JSON.parse(output.trim().split('\n').at(-1) ?? '') as Result['said'];
  } catch {
    return {};
  }
}

/** How many lines of it are shown. */
const shownLines = 5;

/** How much of what a program said is kept: enough to see what went wrong. */
const keptWords = 2000;

async function measureStep(
  work: Work,
  step: Step,
  size: number,
  { limits, commit }: Running,
): Promise<Result> {
  await step.before?.();
  const measured: Measurement = await measure(step.words, limits, {
    ...(step.expected === undefined ? {} : { expected: step.expected }),
    ...(step.folder === undefined ? {} : { folder: step.folder }),
  });
  const wrong = measured.ending === 'ended' ? ((await step.made?.()) ?? null) : null;
  const { seconds, processorSeconds, megabytes, parts, others, output } = measured;
  return {
    ...{ work: work.name, step: step.name, size, peer: step.peer ?? false },
    ...{ seconds, processorSeconds, megabytes, parts, others },
    ...(step.parts === undefined ? {} : { partNames: step.parts }),
    ...(step.stages === undefined ? {} : { stages: step.stages }),
    ending: wrong === null ? measured.ending : 'failed',
    said: saidIn(output),
    output: wrong ?? (measured.ending === 'ended' && step.says !== true ? '' : output.slice(-keptWords)),
    on: new Date().toISOString(),
    ...{ machine, commit },
  };
}

/** What tells why a program stopped: from the line that names an error, or else the last lines. */
function lastWords(output: string): string {
  const lines = output.trim().split('\n');
  const error = lines.findLastIndex((line) => /\b[A-Z]\w*Error\b/.test(line));
  return lines
    .slice(error < 0 ? -shownLines : error)
    .slice(0, shownLines)
    .join('\n');
}

/** What was measured, in a line. */
function lineOf({
  step,
  size,
  ending,
  seconds,
  processorSeconds,
  megabytes,
  others,
  output,
}: Result): string {
  const numbers = [
    `${seconds.toFixed(1)} s`,
    ...(processorSeconds === null ? [] : [`${processorSeconds.toFixed(1)} s of CPU`]),
    ...(megabytes === null ? [] : [`${Math.round(megabytes)} MB`]),
    ...(isBusy(others) ? [`others kept ${others?.toFixed(1)} processors busy`] : []),
  ];
  const end = ending === 'ended' ? '' : `: ${ending.toUpperCase()}\n${lastWords(output)}`;
  return `  ${size.toLocaleString('en-US')}, ${step}: ${numbers.join(', ')}${end}`;
}

/** Measures one size of a work that was not yet, or not wholly. A step that a smaller size did not come through is left out. */
async function runSize(work: Work, size: number, stopped: Set<string>, running: Running): Promise<void> {
  const { room, results, say } = running;
  const rounds = running.rounds ?? work.rounds ?? 1;
  const steps = await work.stepsAt(size, room);
  const known = readResults(results).filter((one) => one.work === work.name && one.size === size);
  const isKnown = ({ name }: Step) => {
    const all = known.filter((one) => one.step === name);
    return all.length >= rounds || all.some(({ ending }) => ending !== 'ended');
  };
  for (const { step, ending } of known) if (ending !== 'ended') stopped.add(step);
  if (steps.every((step) => isKnown(step) || stopped.has(step.name))) {
    say(`  ${size.toLocaleString('en-US')}: known`);
    return;
  }
  // Steps build on each other, so a size is measured from its first step on.
  for (let round = 0; round < rounds; round += 1)
    for (const step of steps) {
      if (stopped.has(step.name)) {
        if (round === 0)
          say(`  ${size.toLocaleString('en-US')}, ${step.name}: left out, a smaller size did not end`);
        continue;
      }
      const result = await measureStep(work, step, size, running);
      await addResult(results, result);
      say(lineOf(result));
      if (result.ending !== 'ended') stopped.add(step.name);
    }
}

/** Measures works, size by size, and adds what comes of it to the results. What is there already is not measured again. */
export async function runWorks(works: readonly Work[], running: Running): Promise<void> {
  for (const work of works) {
    running.say(`${work.name}: ${work.what}`);
    const stopped = new Set<string>();
    for (const size of running.sizes ?? work.sizes) await runSize(work, size, stopped, running);
  }
}

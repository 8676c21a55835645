import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

/** What a program took, the whole family of its processes together; null where the system does not tell. */
export interface Measurement {
  readonly seconds: number;
  /** Processor time, which a busy machine does not stretch; of a process what it had taken when it was last looked at. */
  readonly processorSeconds: number | null;
  /** Memory at its highest. */
  readonly megabytes: number | null;
  readonly output: string;
}

const lookEvery = 250;

/** So much of what a program says is kept, from its end. */
const keptOutput = 1 << 16;

/** The clock by which Linux counts processor time, in ticks a second. */
const ticksPerSecond = 100;

interface Status {
  readonly parent: number;
  readonly kilobytes: number;
  readonly ticks: number;
}

/** Processor time as the user and in the system: the fields after the name, which may hold anything, in brackets. */
function ticksOf(process: string): number {
  const fields = readFileSync(`/proc/${process}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
}

/** Memory that several processes share is divided among them (Pss), so that the sum is what the family really holds. */
function statusOf(process: string): Status | null {
  try {
    const number = (file: string, name: string) =>
      Number(
        new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(readFileSync(`/proc/${process}/${file}`, 'utf8'))?.[1] ??
          0,
      );
    return {
      parent: number('status', 'PPid'),
      kilobytes: number('smaps_rollup', 'Pss'),
      ticks: ticksOf(process),
    };
  } catch {
    return null;
  }
}

/** A process and all its descendants as they are now, by their numbers; null where there is no /proc. */
function familyOf(root: number): ReadonlyMap<number, Status> | null {
  let names: string[];
  try {
    names = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return null;
  }
  const all = new Map(
    names.flatMap((name) => {
      const status = statusOf(name);
      return status === null ? [] : [[Number(name), status] as const];
    }),
  );
  const belongs = (one: number): boolean =>
    one === root || (all.has(one) && belongs(all.get(one)?.parent ?? 0));
  return new Map([...all].filter(([one]) => belongs(one)));
}

/** Runs a Node program to its end and measures it. A program that does not end as expected is an error. */
export function measure(parameters: readonly string[], expected = 0): Promise<Measurement> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(process.execPath, parameters, { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    let most: number | null = null;
    const ticks = new Map<number, number>();
    const look = setInterval(() => {
      const now = child.pid === undefined ? null : familyOf(child.pid);
      if (now === null) return;
      most = Math.max(
        most ?? 0,
        [...now.values()].reduce((sum, { kilobytes }) => sum + kilobytes, 0),
      );
      for (const [one, status] of now) ticks.set(one, status.ticks);
    }, lookEvery);
    child.stdout.on('data', (text: Buffer) => {
      output = `${output}${text.toString()}`.slice(-keptOutput);
    });
    child.on('error', reject);
    child.on('exit', (code) => {
      clearInterval(look);
      if (code !== expected)
        return reject(new Error(`${parameters.join(' ')} ended with ${code}\n${output}`));
      resolve({
        seconds: (performance.now() - started) / 1000,
        processorSeconds:
          ticks.size === 0 ? null : [...ticks.values()].reduce((sum, one) => sum + one, 0) / ticksPerSecond,
        megabytes: most === null ? null : most / 1024,
        output,
      });
    });
  });
}

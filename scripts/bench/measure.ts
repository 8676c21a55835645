import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { basename } from 'node:path';
import { performance } from 'node:perf_hooks';

/** What the processes of one program took: those of the same name together. */
export interface Part {
  readonly program: string;
  readonly processorSeconds: number;
  /** Memory at its highest, of all of them at that moment. */
  readonly megabytes: number;
}

/** How a program came to its end: by itself, as expected or not, or stopped because it went over a limit. */
export type Ending = 'ended' | 'failed' | 'too long' | 'too large';

/** What a program took, the whole family of its processes together; null where the system does not tell. */
export interface Measurement {
  readonly ending: Ending;
  readonly seconds: number;
  /** Processor time, which a busy machine does not stretch; of a process what it had taken when it was last looked at. */
  readonly processorSeconds: number | null;
  /** Memory at its highest. */
  readonly megabytes: number | null;
  readonly parts: readonly Part[];
  /** How many processors other programs kept busy meanwhile, on average: 0 on a quiet machine. */
  readonly others: number | null;
  readonly output: string;
}

/** What a program may take before it is stopped. */
export interface Limits {
  readonly seconds: number;
  readonly megabytes: number;
}

const lookEvery = 250;

/** So much of what a program says is kept, from its end. */
const keptOutput = 1 << 16;

/** The clock by which Linux counts processor time, in ticks a second. */
const ticksPerSecond = 100;

interface Status {
  readonly program: string;
  readonly kilobytes: number;
  readonly ticks: number;
}

/** The fields of a process after its name, which may hold anything, in brackets; none where it is gone or the system does not tell. */
function fieldsOf(process: string): readonly string[] {
  try {
    return readFileSync(`/proc/${process}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  } catch {
    return [];
  }
}

/** A program by its file: the first one that Node was given, or the program itself. */
function programOf(process: string): string {
  const [program = '', ...given] = readFileSync(`/proc/${process}/cmdline`, 'utf8').split('\0');
  return basename(given.find((word) => /\.(ts|mjs|cjs|js)$/.test(word)) ?? program);
}

/**
 * What a process takes: time as the user and in the system, and memory, of which what several processes share is divided
 * among them (Pss), so that the sum is what the family really holds. Null where it has just ended.
 */
function statusOf(process: string, fields: readonly string[]): Status | null {
  try {
    const memory = readFileSync(`/proc/${process}/smaps_rollup`, 'utf8');
    return {
      program: programOf(process),
      kilobytes: Number(/^Pss:\s+(\d+)/m.exec(memory)?.[1] ?? 0),
      ticks: Number(fields[11] ?? 0) + Number(fields[12] ?? 0),
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
  const all = new Map(names.map((name) => [Number(name), fieldsOf(name)]));
  const belongs = (one: number): boolean =>
    one === root || (all.has(one) && belongs(Number(all.get(one)?.[1] ?? 0)));
  return new Map(
    [...all].flatMap(([one, fields]) => {
      // What is asked of each process costs it time: only the family is asked.
      const status = belongs(one) ? statusOf(String(one), fields) : null;
      return status === null ? [] : [[one, status] as const];
    }),
  );
}

const sum = (numbers: Iterable<number>) => [...numbers].reduce((all, one) => all + one, 0);

/** Keeps the highest of what was seen of a family of processes. */
function watch() {
  const seen = new Map<number, Pick<Status, 'program' | 'ticks'>>();
  const highest = new Map<string, number>();
  let most = 0;
  return {
    /** Looks at the family as it is now; gives the megabytes that it holds. */
    look: (family: ReadonlyMap<number, Status>): number => {
      for (const [one, { program, ticks }] of family) seen.set(one, { program, ticks });
      for (const [program, members] of Map.groupBy(family.values(), (status) => status.program)) {
        const megabytes = sum(members.map(({ kilobytes }) => kilobytes)) / 1024;
        highest.set(program, Math.max(highest.get(program) ?? 0, megabytes));
      }
      const now = sum([...family.values()].map(({ kilobytes }) => kilobytes)) / 1024;
      most = Math.max(most, now);
      return now;
    },
    told: (): Pick<Measurement, 'processorSeconds' | 'megabytes' | 'parts'> => {
      if (seen.size === 0) return { processorSeconds: null, megabytes: null, parts: [] };
      const secondsOf = (members: readonly { readonly ticks: number }[]) =>
        sum(members.map(({ ticks }) => ticks)) / ticksPerSecond;
      const parts = [...Map.groupBy(seen.values(), ({ program }) => program)].map(([program, members]) => ({
        program,
        processorSeconds: secondsOf(members),
        megabytes: highest.get(program) ?? 0,
      }));
      return { processorSeconds: secondsOf([...seen.values()]), megabytes: most, parts };
    },
  };
}

/** Seconds that all processors have been busy, whoever kept them. */
const busySeconds = () =>
  sum(cpus().map(({ times }) => times.user + times.nice + times.sys + times.irq)) / 1000;

/** Seconds of the processor that this program itself took, to look at another. */
function ownSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Stops a program and all that it started; a process that is gone already needs no stopping. */
function stop(processes: Iterable<number>): void {
  for (const one of processes)
    try {
      process.kill(one, 'SIGKILL');
    } catch {}
}

/**
 * Runs a Node program to its end, or to its limits, and measures it. `expected` is the exit code with which it ends well.
 *
 * @param words What `node` is given: its own options, the program, and what that is given.
 */
export function measure(
  words: readonly string[],
  limits: Limits,
  { expected = 0, folder = process.cwd() } = {},
): Promise<Measurement> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const seconds = () => (performance.now() - started) / 1000;
    const busyBefore = busySeconds() - ownSeconds();
    const child = spawn(process.execPath, words, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    const watched = watch();
    let output = '';
    let over: Ending | null = null;
    const look = setInterval(() => {
      const family = child.pid === undefined ? null : familyOf(child.pid);
      const megabytes = family === null ? 0 : watched.look(family);
      over ??= megabytes > limits.megabytes ? 'too large' : seconds() > limits.seconds ? 'too long' : null;
      if (over !== null) stop([...(family?.keys() ?? []), ...(child.pid === undefined ? [] : [child.pid])]);
    }, lookEvery);
    const stopAll = () => stop(child.pid === undefined ? [] : (familyOf(child.pid)?.keys() ?? [child.pid]));
    process.once('exit', stopAll);
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text: Buffer) => {
        output = `${output}${text.toString()}`.slice(-keptOutput);
      });
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(look);
      process.off('exit', stopAll);
      const ending = over ?? (code === expected ? 'ended' : 'failed');
      const told = watched.told();
      const busy = busySeconds() - ownSeconds() - busyBefore;
      const others =
        told.processorSeconds === null ? null : Math.max(0, (busy - told.processorSeconds) / seconds());
      resolve({ ending, seconds: seconds(), ...told, others, output });
    });
  });
}

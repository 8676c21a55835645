import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

/** What a program took. Memory is of the whole family of processes at its highest; null where the system does not tell. */
export interface Measurement {
  readonly seconds: number;
  readonly megabytes: number | null;
  readonly output: string;
}

const lookEvery = 250;

/** So much of what a program says is kept, from its end. */
const keptOutput = 1 << 16;

/** Memory that several processes share is divided among them (Pss), so that the sum is what the family really holds. */
function statusOf(process: string): { parent: number; kilobytes: number } | null {
  try {
    const number = (file: string, name: string) =>
      Number(
        new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(readFileSync(`/proc/${process}/${file}`, 'utf8'))?.[1] ??
          0,
      );
    return { parent: number('status', 'PPid'), kilobytes: number('smaps_rollup', 'Pss') };
  } catch {
    return null;
  }
}

/** The memory that a process and all its descendants hold now, or null where there is no /proc. */
function familyKilobytes(root: number): number | null {
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
  return [...all].reduce((sum, [one, { kilobytes }]) => (belongs(one) ? sum + kilobytes : sum), 0);
}

/** Runs a Node program to its end and measures it. A program that does not end as expected is an error. */
export function measure(parameters: readonly string[], expected = 0): Promise<Measurement> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(process.execPath, parameters, { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    let most: number | null = null;
    const look = setInterval(() => {
      const now = child.pid === undefined ? null : familyKilobytes(child.pid);
      if (now !== null) most = Math.max(most ?? 0, now);
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
        megabytes: most === null ? null : most / 1024,
        output,
      });
    });
  });
}

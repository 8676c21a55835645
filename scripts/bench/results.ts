import { existsSync, readFileSync } from 'node:fs';
import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Ending, Part } from './measure.ts';

/** What one step took at one size, and on which machine: a line of the results. */
export interface Result {
  readonly work: string;
  readonly step: string;
  readonly size: number;
  readonly ending: Ending;
  readonly seconds: number;
  readonly processorSeconds: number | null;
  readonly megabytes: number | null;
  readonly parts: readonly Part[];
  /** What its processes do, by the file of their program. */
  readonly partNames?: Readonly<Record<string, string>>;
  /** The names under which the program says what its stages took, in seconds of the processor. */
  readonly stages?: readonly string[];
  /** Whether it is what another program takes for the same. */
  readonly peer: boolean;
  /** What the program said of itself: numbers by name. */
  readonly said: Readonly<Record<string, number | string>>;
  /** The end of all it said, where it did not end as expected or said more than numbers. */
  readonly output: string;
  readonly on: string;
  /** How many processors other programs kept busy meanwhile. */
  readonly others: number | null;
  readonly machine: string;
  readonly commit: string;
}

/** So much of a processor is taken by the system and by looking on. */
const quietest = 0.2;

/** Whether other programs took so much that seconds by the clock say little. */
export const isBusy = (others: number | null) => (others ?? 0) > quietest;

/** The results so far; a line that a killed run left half-written is none. */
export function readResults(file: string): Result[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        return [JSON.parse(line) as Result];
      } catch {
        return [];
      }
    });
}

/** Adds a result, so that a run that is stopped can go on from here. */
export async function addResult(file: string, result: Result): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await appendFile(file, `${JSON.stringify(result)}\n`);
}

/** Keeps only the results that are still wanted. */
export async function keepResults(file: string, wanted: (result: Result) => boolean): Promise<void> {
  if (!existsSync(file)) return;
  const kept = readResults(file).filter(wanted);
  await writeFile(file, kept.map((one) => `${JSON.stringify(one)}\n`).join(''));
}

import { spawn } from 'node:child_process';
import { environmentWith } from './keep-compiled.ts';

/** A program of ours that does one piece of work. */
export interface Program {
  readonly file: string;
  /** What it could not do, where it fails. */
  readonly work: string;
  /** Room for the short-lived, in megabytes. */
  readonly roomForTheYoung: number;
}

/**
 * Runs a program in a process of its own, which gets its task as JSON: another core has time for it, and its memory is free again after.
 * What it complains of is told where it fails.
 */
export function spawnProgram(
  { file, work, roomForTheYoung }: Program,
  task: unknown,
  stop?: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [...process.execArgv, `--max-semi-space-size=${roomForTheYoung}`, file, JSON.stringify(task)],
      {
        env: environmentWith(),
        stdio: ['ignore', 'ignore', 'pipe'],
        ...(stop === undefined ? {} : { signal: stop }),
      },
    );
    const complaints: string[] = [];
    child.stderr.on('data', (text: Buffer) => complaints.push(text.toString()));
    child.on('error', reject);
    child.on('close', (code, signal) =>
      code === 0 ? resolve() : reject(new Error(`${work} (${signal ?? code}):\n${complaints.join('')}`)),
    );
  });
}

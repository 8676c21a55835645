import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { environmentWith } from './keep-compiled.ts';

/** A program of ours that does one piece of work. */
export interface Program {
  /** What Node is told: its own options, the file of the program, and what that is told. */
  readonly parameters: readonly string[];
  /** What it could not do, where it fails. */
  readonly work: string;
  /** What is its own in its environment. */
  readonly environment?: NodeJS.ProcessEnv;
  /** The folder that it runs in, if not this one. */
  readonly folder?: string;
  /** Hears each line that it says; nobody does otherwise. */
  readonly hear?: (line: string) => void;
}

/** What Node is told to run a file of ours that gets its task as JSON, with so much room for the short-lived, in megabytes. */
export function withTask(file: string, roomForTheYoung: number, task: unknown): string[] {
  return [...process.execArgv, `--max-semi-space-size=${roomForTheYoung}`, file, JSON.stringify(task)];
}

/**
 * Runs a program in a process of its own: another core has time for it, and its memory is free again after. What it complains of is told
 * where it fails.
 */
export function spawnProgram(
  { parameters, work, environment, folder, hear }: Program,
  stop?: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, parameters, {
      env: environmentWith(environment),
      cwd: folder,
      signal: stop,
      stdio: ['ignore', hear === undefined ? 'ignore' : 'pipe', 'pipe'],
    });
    const complaints: string[] = [];
    let stopped: Error | undefined;
    if (hear !== undefined && child.stdout !== null) createInterface(child.stdout).on('line', hear);
    child.stderr?.on('data', (text: Buffer) => complaints.push(text.toString()));
    child.on('error', (error) => {
      // Node tells of a stop when it asks for it. Until the process has ended it may write what nobody could clear away.
      if (child.pid === undefined) reject(error);
      else stopped = error;
    });
    child.on('close', (code, signal) =>
      code === 0 && stopped === undefined
        ? resolve()
        : reject(stopped ?? new Error(`${work} (${signal ?? code}):\n${complaints.join('')}`)),
    );
  });
}

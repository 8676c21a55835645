import { spawn, type ChildProcess } from 'node:child_process';
import type { Account } from './run-program.ts';

/** A program that goes on running. */
export interface StartedProgram {
  readonly process: ChildProcess;
  /** Resolves when it has said that; rejects when it ends before. */
  readonly said: (words: RegExp) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Starts a program and listens to what it says. */
export function startProgram(
  program: string,
  parameters: readonly string[],
  { env, as }: { readonly env?: NodeJS.ProcessEnv; readonly as?: Account } = {},
): StartedProgram {
  const child = spawn(program, parameters, { env, ...as, stdio: ['ignore', 'pipe', 'pipe'] });
  let heard = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (piece: Buffer) => {
      heard = (heard + piece.toString()).slice(-100_000);
      for (const listener of listeners) listener();
    });
  const ended = new Promise<void>((resolve) => {
    child.on('error', (error) => {
      heard += error.message;
      resolve();
    });
    child.on('close', () => resolve());
  });
  return {
    process: child,
    said: (words) =>
      new Promise((resolve, reject) => {
        const listen = () => {
          if (!words.test(heard)) return;
          listeners.delete(listen);
          resolve();
        };
        listeners.add(listen);
        ended.then(() => reject(new Error(`${program} ended before it was ready:\n${heard}`)));
        listen();
      }),
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { environmentWith } from './keep-compiled.ts';
import type { Outcome, RunOptions, Step } from '../run.ts';

type Message =
  | { readonly step: Step }
  | { readonly outcome: Outcome }
  | {
      readonly error: {
        readonly message: string;
        readonly stack?: string;
        readonly code?: string;
        readonly path?: string;
      };
    };

const program = fileURLToPath(new URL('run-process.ts', import.meta.url));

/** Records are short-lived by the million: room for the young ones spares the collector half of its work. */
const roomForTheYoung = '--max-semi-space-size=64';

/** Runs the recipe in a process of its own, so that the memory it took is free again before pages are rendered. */
export function runApart({ tell, ...options }: RunOptions): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = fork(program, [], {
      serialization: 'advanced',
      stdio: 'inherit',
      env: environmentWith(),
      execArgv: [...process.execArgv, roomForTheYoung],
    });
    child.on('message', (message: Message) => {
      if ('step' in message) tell?.(message.step);
      else if ('outcome' in message) resolve(message.outcome);
      else reject(Object.assign(new Error(message.error.message), message.error));
    });
    child.on('error', reject);
    child.on('exit', (code, signal) => reject(new Error(`the run ended without a word (${signal ?? code})`)));
    child.send(options);
  });
}

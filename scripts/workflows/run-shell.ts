import { spawn } from 'node:child_process';

/** A script that a service runs: its lines, where, and with what in its environment. */
export interface Script {
  readonly text: string;
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** What came of it. */
export interface Ran {
  readonly code: number;
  /** All that it said, on both streams. */
  readonly said: string;
}

/** Runs a script as the services do: in a Bash that stops at the first command that fails. */
export function runShell({ text, folder, environment }: Script): Promise<Ran> {
  return new Promise((done, failed) => {
    const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', text], {
      cwd: folder,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (piece: Buffer) => {
        said += piece.toString();
      });
    child.on('error', failed);
    child.on('close', (code) => done({ code: code ?? 1, said }));
  });
}

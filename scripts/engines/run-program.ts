import { spawn } from 'node:child_process';

/** Whoever a program runs as, where that is not ourselves. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** Runs a program to its end; what it said is told only if it failed. */
export function runProgram(
  program: string,
  parameters: readonly string[],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv; readonly as?: Account } = {},
): Promise<string> {
  const { as, ...others } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, { ...others, ...as, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (piece: Buffer) => {
        said += piece.toString();
      });
    child.on('error', reject);
    child.on('close', (status) =>
      status === 0
        ? resolve(said)
        : reject(new Error(`${program} ${parameters.join(' ')} ended with ${status}:\n${said.slice(-4000)}`)),
    );
  });
}

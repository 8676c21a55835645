import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Order, RoundOutcome } from './round.ts';

/** How a round is to be run. */
export type Round = Omit<Order, 'trying' | 'outcome'> & {
  /** An input that takes longer than this hangs. */
  readonly longest: number;
};

const program = join(import.meta.dirname, 'round.ts');

/** More than any input of this size may need. */
const megabytes = 2_000;

const longestSaid = 2_000;

/** Runs one round of fuzzing and watches over it: an input that never ends, or that takes the process with it, is one that broke. */
export async function runRound({ longest, ...told }: Round): Promise<RoundOutcome> {
  const folder = mkdtempSync(join(tmpdir(), 'zhaocha-fuzz-'));
  const order: Order = {
    ...told,
    trying: join(folder, 'trying.json'),
    outcome: join(folder, 'outcome.json'),
  };
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      `--max-old-space-size=${megabytes}`,
      program,
      JSON.stringify(order),
    ],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, TMPDIR: folder, TEMP: folder, TMP: folder },
    },
  );
  let said = '';
  child.stderr.on('data', (piece: Buffer) => {
    said = (said + piece.toString()).slice(-longestSaid);
  });
  let hangs = false;
  const watch = setInterval(() => {
    const last = existsSync(order.trying) ? statSync(order.trying).mtimeMs : Date.now();
    if (Date.now() - last < longest * 1000) return;
    hangs = true;
    child.kill('SIGKILL');
  }, 500);
  try {
    const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
    if (code === 0) return JSON.parse(readFileSync(order.outcome, 'utf8')) as RoundOutcome;
    if (!existsSync(order.trying)) throw new Error(said);
    const input: unknown = JSON.parse(readFileSync(order.trying, 'utf8'));
    return { tried: 1, broken: { broke: hangs ? `no end after ${longest} s` : `crash: ${said}`, input } };
  } finally {
    clearInterval(watch);
    rmSync(folder, { recursive: true, force: true });
  }
}

import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { heldMegabytes, longestReading } from './limits.ts';
import type { Asked, Told } from './read-city-process.ts';

const program = fileURLToPath(new URL('read-city-process.ts', import.meta.url));

const minutes = Math.round(longestReading / 60_000);

const endless: Told = {
  why: {
    zh: `${minutes} 分钟还没有读完、核对完`,
    en: `reading and checking it took longer than ${minutes} minutes`,
  },
  faults: [],
};

const crashed: Told = {
  why: {
    zh: '核对它时程序停了：要的内存太多，或它的文件坏得出乎意料',
    en: 'checking it stopped the program: it needs too much memory, or its files are spoilt in an unforeseen way',
  },
  faults: [],
};

/** Reads a city in a process of its own: one that is made to hang or to eat all memory costs only itself. */
export function readCityApart(asked: Asked): Promise<Told> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [
        '--disable-warning=ExperimentalWarning',
        `--max-old-space-size=${heldMegabytes}`,
        program,
        JSON.stringify(asked),
      ],
      { stdio: ['ignore', 'pipe', 'ignore'], timeout: longestReading, killSignal: 'SIGKILL' },
    );
    const said: Buffer[] = [];
    child.stdout.on('data', (piece: Buffer) => said.push(piece));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) return resolve(JSON.parse(Buffer.concat(said).toString()) as Told);
      resolve(signal === 'SIGKILL' ? endless : crashed);
    });
  });
}

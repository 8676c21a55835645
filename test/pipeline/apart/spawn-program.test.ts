import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { spawnProgram } from '../../../src/pipeline/apart/spawn-program.ts';

/* What a process of ours is given, what it is heard to say, and when its end is told. */

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhaocha-program-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function programOf(text: string): string {
  const file = join(folder, 'program.mjs');
  writeFileSync(file, text);
  return file;
}

describe('a program', () => {
  it('gets its parameters, its environment and its folder, and each line that it says is heard', async () => {
    const file = programOf('console.log(process.argv[2]); console.log(process.env.WORD, process.cwd());');
    const heard: string[] = [];
    await spawnProgram({
      parameters: [file, 'first'],
      work: 'nothing was said',
      environment: { WORD: 'second' },
      folder,
      hear: (line) => heard.push(line),
    });
    expect(heard).toEqual(['first', `second ${folder}`]);
  });

  it('that fails says what it could not do, how it ended, and what it complained of', async () => {
    const file = programOf(`console.error('no paper'); process.exitCode = 3;`);
    await expect(spawnProgram({ parameters: [file], work: 'nothing was written' })).rejects.toThrow(
      'nothing was written (3):\nno paper',
    );
  });

  it('that never started is told at once', async () => {
    await expect(
      spawnProgram({ parameters: [], work: 'nothing began', folder: join(folder, 'nowhere') }),
    ).rejects.toThrow('ENOENT');
  });

  it('that is stopped has ended when that is told: what it still wrote can be cleared away', async () => {
    const last = join(folder, 'last');
    const file = programOf(
      `import { writeFileSync } from 'node:fs';
       process.on('SIGTERM', () => setTimeout(() => { writeFileSync(${JSON.stringify(last)}, ''); process.exit(); }, 300));
       setInterval(() => {}, 1000);
       console.log('begun');`,
    );
    const stop = new AbortController();
    const hear = () => stop.abort();
    await expect(spawnProgram({ parameters: [file], work: 'it went on', hear }, stop.signal)).rejects.toThrow(
      'aborted',
    );
    expect(existsSync(last)).toBe(true);
  });
});

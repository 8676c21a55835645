import { existsSync } from 'node:fs';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Problem } from '../../../src/model/problem.ts';
import { openLog } from '../../../src/pipeline/register/problem-log.ts';

async function place(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'zhaocha-log-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return join(folder, 'problems.jsonl');
}

const late = (row: number): Problem => ({ code: 'after-cutoff', file: 'a.csv', row, value: `第\n${row}` });

describe('a log of problems', () => {
  it('holds the first two hundred of a kind, and has every other in its file, in order', async () => {
    const path = await place();
    const log = openLog(path);
    const all = Array.from({ length: 5000 }, (_, row) => late(row));
    for (const problem of all) log.tell(problem);
    log.tell({ code: 'no-rows', file: 'a.csv' });
    expect(log.close()).toEqual({
      problems: [...all.slice(0, 200), { code: 'no-rows', file: 'a.csv' }],
      more: [{ path, counts: { 'after-cutoff': 4800 } }],
    });
    const lines = (await readFile(path, 'utf8')).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(all.slice(200));
    expect(await readdir(join(path, '..'))).toEqual(['problems.jsonl']);
  });

  it('writes nothing of few, and takes away what an earlier log wrote there', async () => {
    const path = await place();
    await writeFile(path, 'of old');
    const log = openLog(path);
    log.tell(late(1));
    expect(log.close()).toEqual({ problems: [late(1)], more: [] });
    expect(existsSync(path)).toBe(false);
  });

  it('counts the rows of each file that have a problem of a kind, not the problems', async () => {
    const log = openLog(await place());
    for (const row of [3, 3, 5]) log.tell({ ...late(row), code: 'markup-in-cell' });
    log.tell({ ...late(3), file: 'b.csv' });
    expect([log.rowsWith('a.csv'), log.rowsWith('b.csv'), log.rowsWith('c.csv')]).toEqual([
      { 'markup-in-cell': 2 },
      { 'after-cutoff': 1 },
      {},
    ]);
    log.close();
  });
});

import { existsSync, readdirSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemText } from '../../src/model/problem.ts';
import { run, type Outcome } from '../../src/pipeline/run.ts';

/*
 * A tiny programme in, the tables it must become out. Each folder here is a case; `expected` holds its tables, as they
 * are written. A file that is not there is written by a run on one's own machine, to be read over by eye and
 * committed; in continuous integration it is a failure. To take over a wanted change, delete the file and run again.
 */

const here = import.meta.dirname;
const cases = readdirSync(here, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);
const tables = ['findings', 'finding_events', 'figures', 'answers', 'changes', 'quality'];

/** The first line that differs, with what was expected and what came. */
function firstDifference(actual: string, expected: string): string {
  const [got, wanted] = [actual.split('\r\n'), expected.split('\r\n')];
  const line = got.findIndex((text, position) => text !== wanted[position]);
  const at = line < 0 ? got.length : line;
  return `line ${at + 1}\n  expected: ${wanted[at] ?? '(nothing)'}\n  got:      ${got[at] ?? '(nothing)'}`;
}

describe.each(cases)('the golden case %s', (name) => {
  const folder = join(here, name);
  let work = '';
  let outcome: Outcome;

  beforeAll(async () => {
    work = await mkdtemp(join(tmpdir(), 'zhaocha-golden-'));
    outcome = await run({
      data: folder,
      cache: join(work, 'cache'),
      tables: join(work, 'tables'),
      version: 'golden',
    });
  });
  afterAll(() => rm(work, { recursive: true }));

  async function expectText(file: string, actual: string): Promise<void> {
    const path = join(folder, 'expected', file);
    if (!existsSync(path)) {
      if (process.env['CI'])
        throw new Error(`${name}/expected/${file} is missing: run the test once and commit it`);
      await mkdir(join(folder, 'expected'), { recursive: true });
      await writeFile(path, actual);
      return;
    }
    const expected = await readFile(path, 'utf8');
    if (actual !== expected)
      throw new Error(`${name}/expected/${file} differs at ${firstDifference(actual, expected)}`);
  }

  it('is published, with these words for the staff', async () => {
    const lines = outcome.problems.map((problem) => {
      const { where, what, mend } = problemText(problem, 'en');
      return `${where}: ${what} → ${mend}\r\n`;
    });
    await expectText('problems.txt', lines.join(''));
    expect(outcome.published).toBe(true);
  });

  it.each(tables)('gives %s.csv as expected', async (table) => {
    await expectText(`${table}.csv`, await readFile(join(work, 'tables', 'latest', `${table}.csv`), 'utf8'));
  });
});

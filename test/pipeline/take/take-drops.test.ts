import { readFileSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isFatal } from '../../../src/model/problem.ts';
import { everyProblem } from '../../../src/pipeline/every-problem.ts';
import type { Settings } from '../../../src/model/settings.ts';
import type { Step } from '../../../src/pipeline/run.ts';
import { openThread } from '../../../src/pipeline/take/take-apart.ts';
import { takeDrop } from '../../../src/pipeline/take/take-drop.ts';
import { smallSettings } from '../small-settings.ts';
import { runFolder, writeProgramme } from '../small-programme.ts';

/** A survey of so many rows; the department of every thousandth is known to nobody. */
function survey(name: string, rows: number): string {
  const lines = Array.from({ length: rows }, (_, place) => {
    const department = place % 1000 === 999 ? '天知道局' : ['公安局', '人社局', 'tax'][place % 3];
    return `${name}-${place},2025-0${(place % 6) + 1}-1${place % 10},${department},主动评价`;
  });
  return `${['response_id,submitted_on,department,origin', ...lines].join('\n')}\n`;
}

/** A programme whose two surveys are large enough for a thread each. */
async function largeProgramme(): Promise<string> {
  const folder = await writeProgramme({
    'drops/1-small.csv': survey('S', 3),
    'drops/2-large.csv': survey('A', 90_000),
    'drops/3-larger.csv': survey('B', 100_000),
    'drops/4-small.csv': 'a,b\n1,2\n',
  });
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs a programme and gives what it told on the way. */
async function told(folder: string): Promise<Step[]> {
  const steps: Step[] = [];
  await runFolder(folder, { tables: null, tell: (step) => steps.push(step) });
  return steps;
}

describe('a drop', () => {
  it('may have a fault in every row: the first of a kind are held, all are told, and again without reading it', async () => {
    const rows = 1000;
    const lines = Array.from({ length: rows }, (_, place) => `R${place},2025-99-99,nobody,active`);
    const text = `${['response_id,submitted_on,department,origin', ...lines].join('\n')}\n`;
    const folder = await writeProgramme({ 'drops/1.csv': text });
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    for (const run of ['read', 'taken from the cache']) {
      const { outcome } = await runFolder(folder, { tables: null });
      expect(outcome, run).toMatchObject({ fatal: true, published: false });
      expect(outcome.problems).toHaveLength(400);
      expect(outcome.more.map(({ counts }) => counts)).toEqual([{ 'bad-date': 800, 'unknown-name': 800 }]);
      const told = [];
      for await (const problem of everyProblem(outcome)) told.push(`${problem.row} ${problem.column}`);
      expect(new Set(told).size).toBe(2 * rows);
    }
  });

  it('may repeat every row of an earlier one: that is told once, and the account balances', async () => {
    const rows = 500;
    const text = survey('A', rows);
    const folder = await writeProgramme({ 'drops/1.csv': text, 'drops/2.csv': text });
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const { outcome } = await runFolder(folder, { tables: null });
    expect(outcome.drops.map(({ account }) => account)).toEqual([
      { read: rows, used: rows, setAside: {} },
      { read: rows, used: 0, setAside: { 'repeated-row': rows } },
    ]);
    expect(outcome.problems).toMatchObject([
      { code: 'rows-given-again', file: '2.csv', value: String(rows) },
    ]);
  });

  it('may repeat every row of its own: each repetition is told', async () => {
    const rows = 500;
    const text = survey('A', rows);
    const folder = await writeProgramme({
      'drops/1.csv': text + text.slice(text.indexOf('\n') + 1),
    });
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const { outcome } = await runFolder(folder, { tables: null });
    const told = [];
    for await (const { code, file, row } of everyProblem(outcome))
      if (code === 'repeated-row') told.push(`${file} ${row}`);
    expect(told).toEqual(Array.from({ length: rows }, (_, place) => `1.csv ${place + rows + 2}`));
  });
});

describe('a questionnaire', () => {
  it('may have a thousand questions', async () => {
    const ids = Array.from({ length: 1000 }, (_, place) => `q${place}`);
    const grades = ['非常满意', '满意', '基本满意', '不满意', '非常不满意', ''];
    const questions = ids.map((id) => `${id},experience,grade,问题${id},Question ${id},`);
    const answers = Array.from({ length: 600 }, (_, row) => [
      `R${row},2025-03-10,主动评价`,
      ...ids.map((_id, place) => grades[(row * 7 + place * 3) % grades.length]),
    ]);
    const header = ['response_id,submitted_on,origin', ...ids].join(',');
    const folder = await writeProgramme({
      'lookup/questions.csv': ['id,survey,kind,name_zh,name_en,scale', ...questions, ''].join('\n'),
      'drops/1.csv': [header, ...answers.map((row) => row.join(',')), ''].join('\n'),
    });
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const { outcome } = await runFolder(folder, { tables: null });
    expect(outcome.problems.filter(({ code }) => isFatal({ code, file: '' }))).toEqual([]);
    expect(outcome.drops.map(({ account }) => account)).toEqual([{ read: 600, used: 600, setAside: {} }]);
  });
});

describe('large drops', () => {
  it('are taken side by side and told in the order of their names, with the same rows and problems every time', async () => {
    const folder = await largeProgramme();
    const steps = await told(folder);
    const read = steps.flatMap((step) => (step.doing === 'read' ? [step] : []));
    expect(read.map(({ drop, fromCache }) => [drop.file, drop.account, fromCache])).toEqual([
      ['1-small.csv', { read: 3, used: 3, setAside: {} }, false],
      ['2-large.csv', { read: 90_000, used: 89_910, setAside: { 'unknown-name': 90 } }, false],
      ['3-larger.csv', { read: 100_000, used: 99_900, setAside: { 'unknown-name': 100 } }, false],
    ]);
    expect(read[1]?.drop.problems.map(({ row }) => row)).toEqual(
      Array.from({ length: 90 }, (_, place) => 1001 + place * 1000),
    );
    const again = (await told(folder)).flatMap((step) => (step.doing === 'read' ? [step] : []));
    expect(again).toEqual(read.map((step) => ({ ...step, fromCache: true })));
  });

  it('say how far all of them are, up to the end', async () => {
    const steps = await told(await largeProgramme());
    const seen = steps.flatMap((step) => (step.doing === 'reading' ? [step] : []));
    const shares = seen.map(({ share }) => share);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBeCloseTo(1);
    expect(seen.at(-1)?.rows).toBeGreaterThanOrEqual(190_003);
  });
});

describe('a drop taken in a thread of its own', () => {
  const takeApart: typeof takeDrop = async (file, taking, seeProgress) => {
    const thread = openThread(taking);
    try {
      return await thread.take(file, seeProgress);
    } finally {
      await thread.close();
    }
  };

  /** Takes a drop one way or the other; gives what came of it and the bytes of its parts. */
  async function takenBy(take: typeof takeDrop, data: string, settings: Settings) {
    const cache = join(data, `cache-of-${take.name}`);
    await mkdir(cache);
    const taken = await take('2-large.csv', { data, cache, settings }, () => {});
    const [making = ''] = await readdir(cache);
    const files = (await readdir(join(cache, making))).sort();
    return {
      taken: JSON.parse(JSON.stringify(taken).replaceAll(/"making":"[^"]*"/g, '"making":""')),
      parts: files.map((file) => [file, readFileSync(join(cache, making, file))]),
    };
  }

  it('gives the same as taken here, byte for byte, and leaves its parts beside their place', async () => {
    const folder = await largeProgramme();
    const settings = (await told(folder)).flatMap((step) =>
      step.doing === 'begin' ? [step.settings] : [],
    )[0];
    if (settings === undefined) throw new Error('the programme has no settings');
    const here = await takenBy(takeDrop, folder, settings);
    const apart = await takenBy(takeApart, folder, settings);
    expect(apart.taken).toEqual(here.taken);
    expect(apart.parts).toEqual(here.parts);
    expect(here.parts.map(([name]) => name)).toEqual(['responses-1.parquet']);
  });

  it('tells of a failure that is no problem of the data', async () => {
    const folder = await writeProgramme({});
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const settings = { layouts: [] } as unknown as Settings;
    await expect(
      takeApart('no\0name.csv', { data: folder, cache: folder, settings }, () => {}),
    ).rejects.toMatchObject({ code: 'ERR_INVALID_ARG_VALUE', path: 'no\0name.csv' });
  });

  it('is followed by the next, also where it ended the thread', async () => {
    const folder = await writeProgramme({ 'drops/1.csv': 'a,b\n1,2\n' });
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const settings = smallSettings();
    const taking = { data: folder, cache: folder, settings };
    const thread = openThread(taking);
    onTestFinished(() => thread.close());
    const here = await takeDrop('1.csv', taking, () => {});
    expect(await thread.take('1.csv', () => {})).toEqual(here);
    await expect(thread.take('no\0name.csv', () => {})).rejects.toThrow();
    expect(await thread.take('1.csv', () => {})).toEqual(here);
  });
});

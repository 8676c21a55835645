import { readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PublishedRow } from '../../src/model/published.ts';
import type { Outcome } from '../../src/pipeline/run.ts';
import { expectAccounted } from './accounted.ts';
import { checkFigure, hasSharedData, programmeWith, readPublished, runProgramme } from './shared-data.ts';

describe.skipIf(!hasSharedData)('Boston 311 service requests of 2015', () => {
  let folder: string;
  let files: string[];
  let outcome: Outcome;
  let figures: PublishedRow<'figures'>[];
  let quality: PublishedRow<'quality'>[];

  beforeAll(async () => {
    const set = 'boston-311-2015';
    const names = readdirSync(resolve(import.meta.dirname, '../../../shared/data', set));
    files = names.filter((name) => name !== 'SOURCE.md' && !name.startsWith('LICENSE'));
    folder = await programmeWith(
      'boston',
      files.map((name) => `${set}/${name}`),
    );
    const result = await runProgramme(folder);
    outcome = result.outcome;
    figures = await readPublished(result.tables, 'figures', ['en']);
    quality = await readPublished(result.tables, 'quality', ['en']);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const figure = (kind: string, id: string, measure: string) =>
    figures.find(
      (row) =>
        row.subject_kind === kind && row.subject_id === id && row.period === 'all' && row.measure === measure,
    );

  it('balances in every file', () => expectAccounted(files, outcome, quality));

  it('reads every row and finds no problem but the requests closed before they were opened', async () => {
    const { expected } = await checkFigure<Record<string, number>>('boston-structure');
    const read = quality
      .filter((row) => row.outcome === 'read')
      .reduce((sum, row) => sum + (row.rows ?? 0), 0);
    expect(outcome.published).toBe(true);
    expect(outcome.drops).toHaveLength(expected['files'] ?? 0);
    expect(read).toBe(expected['rows']);
    expect(new Set(outcome.problems.map(({ code }) => code))).toEqual(new Set(['event-before-found']));
    expect(outcome.problems).toHaveLength(expected['closed before opened'] ?? 0);
  });

  it('counts the rows closed before they were opened in quality.csv, and leaves them out of the time statistics', async () => {
    const { expected } = await checkFigure<Record<string, number>>('boston-structure');
    const noted = quality.filter((row) => row.reason === 'event-before-found');
    expect(noted.reduce((sum, row) => sum + (row.rows ?? 0), 0)).toBe(expected['closed before opened']);
    expect(figure('programme', 'all', 'claimed_within_30')?.base).toBe(
      (expected['rows'] ?? 0) - (expected['closed before opened'] ?? 0),
    );
  });

  it("reproduces the City's on-time flag for closed requests with a target", async () => {
    const { base, expected } = await checkFigure<Record<string, number>>('boston-on-time');
    const late = figure('programme', 'all', 'late');
    expect(late).toMatchObject({ base, count: expected['overdue'] });
    expect((late?.base ?? 0) - (late?.count ?? 0)).toBe(expected['on time']);
  });

  it('reproduces which open requests were overdue at the extract', async () => {
    const { expected } = await checkFigure<Record<string, number>>('boston-overdue-at-cut-off');
    expect(figure('programme', 'all', 'overdue')?.count).toBe(expected['overdue']);
  });

  it("reproduces the City's flag in every department", async () => {
    const { expected } = await checkFigure<Record<string, [number, number]>>('boston-on-time-by-department');
    const names = new Map([['No Q', 'no-q']]);
    for (const [department, [onTime]] of Object.entries(expected)) {
      const late = figure('department', names.get(department) ?? department.toLowerCase(), 'late');
      expect([department, (late?.base ?? 0) - (late?.count ?? 0)]).toEqual([department, onTime]);
    }
  });

  it('counts nothing as confirmed: the City is the only witness', () => {
    expect(figure('programme', 'all', 'confirmed')?.count).toBe(0);
    expect(figure('programme', 'all', 'claimed')?.count).toBe(38_343);
  });
});

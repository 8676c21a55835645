import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { CheckedDrop } from '../../../src/model/batch.ts';
import { quoteText } from '../../../src/model/sql-text.ts';
import { openDatabase } from '../../../src/pipeline/register/database.ts';
import type { KeptDrop } from '../../../src/pipeline/register/keep.ts';
import { openRaw } from '../../../src/pipeline/register/raw.ts';
import { smallSettings } from '../small-settings.ts';

it('reads ten thousand drops, of several columns each, and knows which row comes from which', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'zhaocha-raw-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const database = await openDatabase(folder, 'checking');
  onTestFinished(() => database.close());
  const shapes = [
    `SELECT 'F1' AS finding_id, '2025-03-02' AS found_on, '2' AS source_row`,
    `SELECT 'F2' AS finding_id, 'minor' AS severity, '2' AS source_row
     UNION ALL SELECT 'F3', NULL, '3'`,
  ];
  const stored = await Promise.all(
    shapes.map(async (rows, place) => {
      const path = join(folder, `${place}.parquet`);
      await database.run(`COPY (${rows}) TO ${quoteText(path)} (FORMAT parquet)`);
      return path;
    }),
  );
  const columns = [
    ['finding_id', 'found_on'],
    ['finding_id', 'severity'],
  ];
  const kept = Array.from({ length: 10_000 }, (_, place): KeptDrop => {
    // Only one in ten is of the second kind.
    const shape = place % 10 === 9 ? 1 : 0;
    const drop = {
      file: `${place}.csv`,
      kinds: ['findings'],
      columns: { findings: columns[shape] },
      stated: columns[shape],
    };
    return { folder: '', drop: drop as unknown as CheckedDrop, parquet: { findings: [stored[shape] ?? ''] } };
  });
  await openRaw(database, 'findings', kept, smallSettings());
  const [counts] = await database.query(`
    SELECT COUNT(*) AS every, COUNT(DISTINCT drop_rank) AS ranks, MIN(drop_rank) AS first, MAX(drop_rank) AS last,
      COUNT(CASE WHEN (drop_rank % 10 = 0) <> (finding_id <> 'F1') THEN 1 END) AS wrong,
      COUNT(CASE WHEN finding_id = 'F2' AND severity = 'minor' THEN 1 END) AS minor
    FROM raw_findings`);
  expect(counts).toEqual({ every: 11_000, ranks: 10_000, first: 1, last: 10_000, wrong: 0, minor: 1000 });
});

import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../../src/pipeline/register/database.ts';

it('spills beside another store without touching its rows, and leaves nothing behind', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'zhaocha-store-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const stores = await Promise.all(['a', 'b'].map(() => openDatabase(folder, 'checking')));
  const wrongIn = async (store: (typeof stores)[number], seed: number) => {
    // More than its 100 MB of memory hold.
    await store.run(
      `CREATE TABLE t AS SELECT i, MD5(CAST(i + ${seed} AS VARCHAR)) AS h FROM RANGE(2500000) r(i)`,
    );
    const [row] = await store.query(
      `SELECT COUNT(*) AS wrong FROM t WHERE h <> MD5(CAST(i + ${seed} AS VARCHAR))`,
    );
    return row?.['wrong'];
  };
  expect(await Promise.all(stores.map(wrongIn))).toEqual([0, 0]);
  // What was spilt lies there until its store is closed.
  expect(await readdir(folder)).toHaveLength(2);
  for (const store of stores) store.close();
  expect(await readdir(folder)).toEqual([]);
});

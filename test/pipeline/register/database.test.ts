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
  const wrong = Promise.all(stores.map(wrongIn));
  const spilt = new Set<string>();
  const look = setInterval(async () => {
    for (const name of await readdir(folder)) spilt.add(name);
  }, 20);
  expect(await wrong).toEqual([0, 0]);
  clearInterval(look);
  expect(spilt.size).toBe(2);
  for (const store of stores) store.close();
  expect(await readdir(folder)).toEqual([]);
});

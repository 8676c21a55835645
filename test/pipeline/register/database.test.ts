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

it('has more memory where more rows are checked, up to what counting has', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'zhaocha-store-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const megabytes = async (purpose: 'checking' | 'counting', rows: number) => {
    const store = await openDatabase(folder, purpose, { rows });
    // With 100 MB a register of 100,000 findings could not be checked.
    const [row] = await store.query(`SELECT CURRENT_SETTING('memory_limit') AS memory`);
    store.close();
    return Math.round((Number.parseFloat(String(row?.['memory'])) * 2 ** 20) / 1e6);
  };
  expect(await megabytes('checking', 0)).toBe(100);
  expect(await megabytes('checking', 400_000)).toBe(300);
  expect(await megabytes('checking', 10_000_000)).toBe(600);
  expect(await megabytes('counting', 10_000_000)).toBe(600);
});

import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { keepingKey } from '../../../src/pipeline/register/keep.ts';
import type { Step } from '../../../src/pipeline/run.ts';
import { runFolder, settingsText, writeProgramme } from '../small-programme.ts';

/** More faults of a kind than are held at hand, so that some lie in a file. */
const events = Array.from({ length: 250 }, (_, row) => `F1,sent,2025-99-99,第${row}次`);
const drops = {
  'drops/1.csv':
    'finding_id,kind,found_on,title_zh,department,severity\nF1,problem,2025-04-21,等候太久,police,serious\n',
  'drops/2.csv': `${['finding_id,event,on,note_zh', ...events].join('\n')}\nF1,sent,2025-05-02,\n`,
};

async function programme(): Promise<string> {
  const folder = await writeProgramme(drops);
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs a programme: what came of it, and whether its drops were taken from the cache. */
async function taken(folder: string) {
  const fromCache: boolean[] = [];
  const tell = (step: Step) => {
    if (step.doing === 'read') fromCache.push(step.fromCache);
  };
  const { outcome } = await runFolder(folder, { tables: null, tell });
  return { outcome, fromCache };
}

const files = (cache: string) =>
  readdirSync(cache, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.parentPath !== cache)
    .map(({ parentPath, name }) => join(parentPath, name));

const spoilers: readonly [string, (path: string) => void][] = [
  [
    'one bit of it has turned',
    (path) => {
      const bytes = readFileSync(path);
      const middle = bytes.length >> 1;
      bytes[middle] = (bytes[middle] ?? 0) ^ 1;
      writeFileSync(path, bytes);
    },
  ],
  ['the end of it is missing', (path) => truncateSync(path, readFileSync(path).length - 5)],
  ['nothing is left of it', (path) => truncateSync(path, 0)],
  ['it holds something else', (path) => writeFileSync(path, 'PAR1 null {} PAR1')],
];

describe('what is kept of a drop', () => {
  it('stands under other settings that no drop depends on, and under no other', async () => {
    const folder = await programme();
    const first = await taken(folder);
    const under = async (changes: Parameters<typeof settingsText>[0]) => {
      writeFileSync(join(folder, 'programme.yaml'), settingsText(changes));
      return await taken(folder);
    };
    const other = {
      name: '{ zh: 大市体验官, en: Officers }',
      deadlines: '{ serious: 2, ordinary: 4, minor: 9 }',
      cutoff: '2025-05-31',
    };
    const again = await under(other);
    expect(again.fromCache).toEqual([true, true]);
    expect(again.outcome.settings?.programme.name['zh']).toBe('大市体验官');
    expect(again.outcome.drops.map(({ account }) => account)).toEqual(
      first.outcome.drops.map(({ account }) => account),
    );
    expect((await under({ city: '{ zh: 大市, en: Big City }' })).fromCache).toEqual([false, false]);
  });

  it('is read again from the drop where any of its files is spoilt, and is whole after', async () => {
    const folder = await programme();
    const first = await taken(folder);
    expect((await taken(folder)).fromCache).toEqual([true, true]);
    const kept = files(join(folder, 'cache'));
    expect(kept.map((path) => path.replace(/.*\//, '')).sort()).toEqual([
      'drop.json',
      'drop.json',
      'events-1.parquet',
      'findings-1.parquet',
      'problems.jsonl',
    ]);
    for (const [name, spoil] of spoilers)
      for (const path of kept) {
        const sound = readFileSync(path);
        spoil(path);
        const again = await taken(folder);
        expect(
          again.fromCache.filter((one) => !one),
          `${path}: ${name}`,
        ).toHaveLength(1);
        expect(again.outcome, `${path}: ${name}`).toEqual(first.outcome);
        expect((await taken(folder)).fromCache, `${path}: ${name}`).toEqual([true, true]);
        expect(readFileSync(path).length, path).toBe(sound.length);
      }
  });

  it('is not used where other code has kept it, whatever that has left there', async () => {
    const folder = await programme();
    const first = await taken(folder);
    const cache = join(folder, 'cache');
    const names = readdirSync(cache, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? [entry.name] : [],
    );
    for (const name of names) {
      const old = `${name.slice(0, 16)}-0123456789abcdef`;
      await cp(join(cache, name), join(cache, old), { recursive: true });
      for (const path of files(join(cache, old))) writeFileSync(path, '{"drop":{"account":null}}\nof old');
      await rm(join(cache, name), { recursive: true });
    }
    const again = await taken(folder);
    expect(again.fromCache).toEqual([false, false]);
    expect(again.outcome).toEqual(first.outcome);
  });

  it('has a name that the code and the settings decide, too', () => {
    const sha = 'a'.repeat(64);
    const key = (code: string, settings: object) => keepingKey(sha, '1.csv', [code, 'own', settings]);
    expect(key('code', {})).toBe(key('code', {}));
    expect(key('code', {})).not.toBe(key('other code', {}));
    expect(key('code', {})).not.toBe(key('code', { redactions: [] }));
  });
});

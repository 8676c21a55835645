import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { rollback } from '../../src/pipeline/release.ts';
import { attack } from '../../src/verify/attack/attack.ts';
import { filesIn } from '../../src/verify/files-in.ts';
import { verifyFolder } from '../../src/verify/verify-folder.ts';
import { onePage, releaseQuickly } from './release-quickly.ts';
import { makeOlder, type NotYet } from './releases/of-an-older-version.ts';

/*
 * An office that updates the tool and finds a mistake that day can take one step back: to a release that was made before some of
 * today's tables and columns were thought of.
 */

/** A programme with two releases, the first of which a version made that had less; and the way back to it. */
async function updatedAfter(notYet: NotYet) {
  const folder = await mkdtemp(join(tmpdir(), 'zhaocha-older-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const data = join(folder, 'data');
  await cp(join(import.meta.dirname, '..', 'programmes', 'small'), data, { recursive: true });
  await releaseQuickly(folder, { publishedOn: '2026-05-01' });
  await makeOlder(data, 1, notYet);
  writeFileSync(
    join(data, 'drops', 'later.csv'),
    'finding_id,event,on,by,note_zh\n2026-002,claimed,2026-02-27,department,已扩容。\n',
  );
  await releaseQuickly(folder, { publishedOn: '2026-05-02' });
  const goBack = () =>
    rollback({
      root: resolve(import.meta.dirname, '..', '..'),
      data,
      out: join(folder, 'site'),
      cache: join(folder, 'cache'),
      version: '0.0.0',
      publishedOn: '2026-05-03',
      note: {},
      commit: '',
      pages: onePage,
    });
  const text = (name: string) => readFileSync(join(folder, 'site', 'data', name), 'utf8');
  return { site: join(folder, 'site'), goBack, text };
}

describe('the way back to a release of an older version', () => {
  it('is open: a table that it did not have holds no rows, and everything else stands as it was', async () => {
    const { site, goBack, text } = await updatedAfter({ tables: ['last_told'] });
    const { record } = await goBack();
    expect(record).toMatchObject({ release: 3, rolled_back: 1 });
    expect(text('latest/last_told.csv').split('\r\n').slice(1)).toEqual(['']);
    expect(text('latest/figures.csv')).toBe(text('releases/1/figures.csv'));
    expect(readdirSync(join(site, 'data', 'releases', '1'))).not.toContain('last_told.csv');
    expect((await verifyFolder(site)).differences).toEqual([]);
    expect((await attack(await filesIn(site))).leaks).toEqual([]);
  });
});

import { existsSync, readdirSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { rehearse, type Rehearsal } from '../../src/pipeline/rehearse.ts';
import { recordRelease } from './releases/record-release.ts';
import { runFolder, settingsText, writeProgramme } from './small-programme.ts';

/* What a run would change, against nothing, the site of another programme, our own site, our last release. */

const finding = (id: string) => `${id},problem,2025-05-05,排队太久,公安局,ordinary\n`;
const header = 'finding_id,kind,found_on,title_zh,department,severity\n';

let folder = '';
let site = '';

const look = (changes: { readonly site?: string; readonly data?: string } = {}): Promise<Rehearsal> =>
  rehearse({ data: folder, cache: join(folder, 'cache'), version: 'test', site, most: 5, ...changes });

beforeAll(async () => {
  folder = await writeProgramme({ 'drops/1.csv': header + finding('A1') });
  site = join(folder, 'site');
  await runFolder(folder);
  await cp(join(folder, 'tables'), join(site, 'data'), { recursive: true });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a rehearsal', () => {
  it('sees a first publication where no site stands', async () => {
    const { changes } = await look({ site: join(folder, 'nowhere') });
    expect(changes?.live).toBeNull();
    expect(changes?.findings.new.count).toBe(1);
  });

  it('compares with the built site where nothing was released', async () => {
    await cp(join(folder, 'drops', '1.csv'), join(folder, 'drops', '2.csv'));
    const { changes, fatal } = await look();
    expect(fatal).toBe(false);
    expect(changes?.live).toEqual({ kind: 'site', site, cutoff: '2025-06-30' });
    expect(changes?.findings.new.count).toBe(0);
  });

  it('does not take the site of another programme for its own', async () => {
    const other = await writeProgramme({
      'programme.yaml': settingsText({ city: '{ zh: 大市, en: Big City }' }),
      'drops/1.csv': header + finding('A1'),
    });
    const { changes } = await look({ data: other });
    await rm(other, { recursive: true });
    expect(changes?.live).toBeNull();
  });

  it('compares with the last release once there is one, whatever site was built since', async () => {
    await recordRelease(folder);
    await cp(join(folder, 'drops', '1.csv'), join(folder, 'drops', '3.csv'));
    const { changes } = await look();
    expect(changes?.live).toMatchObject({ kind: 'release', release: 1, version: '1.0.0' });
    expect(changes?.findings.new.count).toBe(0);
  });

  it('tells of no changes where the data must be mended, and leaves nothing lying', async () => {
    const bad = await writeProgramme({ 'drops/1.csv': '' });
    // A place of its own for what is temporary: others rehearse at the same time.
    const temporary = await mkdtemp(join(folder, 'temporary-'));
    for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, temporary);
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    const { changes, fatal } = await look({ data: bad });
    await rm(bad, { recursive: true });
    expect(fatal).toBe(true);
    expect(changes).toBeNull();
    expect(readdirSync(temporary)).toEqual([]);
    expect(existsSync(join(folder, 'proofs'))).toBe(false);
  });
});

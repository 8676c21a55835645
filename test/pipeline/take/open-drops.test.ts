import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { openDrops } from '../../../src/pipeline/take/open-drops.ts';

let data: string;
const put = (name: string) => writeFile(join(data, 'drops', name), '');

beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'zhaocha-drops-'));
  onTestFinished(() => rm(data, { recursive: true, force: true }));
});

describe('openDrops', () => {
  it('gives the drops in their order, without what systems leave there for themselves', async () => {
    await mkdir(join(data, 'drops'));
    for (const name of ['2025-10.csv', '2025-9.csv', '.gitkeep', '~$a.xlsx', 'Thumbs.db', 'desktop.ini'])
      await put(name);
    expect(await openDrops(data)).toEqual({ files: ['2025-9.csv', '2025-10.csv'], problems: [] });
  });

  it('says that an empty folder has none yet, as that of a new programme', async () => {
    await mkdir(join(data, 'drops'));
    await put('.gitkeep');
    expect(await openDrops(data)).toEqual({ files: [], problems: [{ code: 'no-drops', file: 'drops' }] });
  });

  it('does not take a folder that is gone, or a file of that name, for an empty one', async () => {
    const refused = {
      files: [],
      problems: [{ code: 'no-drop-folder', file: 'drops', detail: join(data, 'drops') }],
    };
    expect(await openDrops(data)).toEqual(refused);
    await writeFile(join(data, 'drops'), '');
    expect(await openDrops(data)).toEqual(refused);
  });
});

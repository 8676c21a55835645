import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pastReleases, releaseAgain } from '../../scripts/demo/releases.ts';
import { readReleases } from '../../src/pipeline/releases/read-releases.ts';

const root = resolve(import.meta.dirname, '..', '..');
const data = join(root, 'data');

/** Every file under a folder with its hash. */
function hashesIn(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return Object.fromEntries(
    files
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort()
      .map((path) => [
        path.slice(folder.length + 1),
        createHash('sha256').update(readFileSync(path)).digest('hex'),
      ]),
  );
}

describe('the releases of the demonstration', () => {
  it('are chained, and made of the drops that lie beside them: those that had come by their day', async () => {
    const { releases, problems } = await readReleases(data);
    expect(problems).toEqual([]);
    expect(releases.map(({ record }) => [record.version, record.cutoff, record.published_on])).toEqual(
      pastReleases.map(({ cutoff, publishedOn }, place) => [`1.${place}.0`, cutoff, publishedOn]),
    );
    const drops = hashesIn(join(data, 'drops'));
    for (const [place, { record }] of releases.entries()) {
      const late = pastReleases[place]?.without ?? [];
      const there = Object.entries(drops).filter(([file]) => !late.includes(file));
      expect(Object.fromEntries(record.inputs.map(({ file, sha256 }) => [file, sha256]))).toEqual(
        Object.fromEntries(there),
      );
    }
  });

  it('are made again with the same bytes', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'zhaocha-again-'));
    try {
      const programme = join(folder, 'data');
      await cp(join(root, 'test', 'programmes', 'small'), programme, { recursive: true });
      const again = async () => {
        await releaseAgain(programme, {
          cache: join(folder, 'cache'),
          version: 'test',
          past: [
            {
              cutoff: '2026-03-31',
              publishedOn: '2026-04-20',
              note: { zh: '首期', en: 'First' },
              without: [],
            },
          ],
        });
        return { ...hashesIn(join(programme, 'releases')), ...hashesIn(join(programme, 'proofs')) };
      };
      const first = await again();
      expect(Object.keys(first)).toEqual(['1/all.zip', '1/release.json', '1.json']);
      expect(await again()).toEqual(first);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});

import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..', '..');
const run = promisify(execFile);
const compress = (...given: string[]) =>
  run(process.execPath, [join(root, 'scripts', 'compress.ts'), ...given]);
const page = `<!doctype html>${'<p>一页</p>'.repeat(500)}`;

let site: string;

beforeAll(async () => {
  site = await mkdtemp(join(tmpdir(), 'zhaocha-compress-'));
  await mkdir(join(site, 'en'));
  await writeFile(join(site, 'en', 'index.html'), page);
  await writeFile(join(site, 'small.html'), '<p>');
  await writeFile(join(site, 'all.zip'), Buffer.alloc(5000));
});

afterAll(() => rm(site, { recursive: true }));

describe('npm run compress', () => {
  it('writes packed copies that hold the same, of texts that get smaller, the same bytes every time', async () => {
    const { stdout } = await compress('--site', site, '--lang', 'en');
    expect(stdout).toMatch(/beside 1 file of /);
    const names = (await readdir(site, { recursive: true })).sort();
    expect(names).toEqual([
      'all.zip',
      'en',
      join('en', 'index.html'),
      join('en', 'index.html.br'),
      join('en', 'index.html.gz'),
      'small.html',
    ]);
    const packed = async (ending: string) => readFile(join(site, 'en', `index.html.${ending}`));
    const first = [await packed('br'), await packed('gz')];
    expect(brotliDecompressSync(first[0] ?? '').toString()).toBe(page);
    expect(gunzipSync(first[1] ?? '').toString()).toBe(page);
    await compress('--site', site);
    expect([await packed('br'), await packed('gz')]).toEqual(first);
  });

  it('says how it is called when it is called otherwise', async () => {
    await expect(compress('--folder', site)).rejects.toMatchObject({ code: 2 });
  });
});

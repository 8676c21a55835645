import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { bundleSite } from '../../../src/pipeline/pages/bundle-site.ts';

/** Astro takes its time and is tested by every built site: here a program stands for it that writes what it would. */
const astro = vi.hoisted(() => ({ runs: 0 }));
vi.mock('../../../src/pipeline/apart/spawn-program.ts', async () => {
  const { mkdirSync: make, writeFileSync: write } = await import('node:fs');
  return {
    spawnProgram: async ({ environment }: { environment: { ZHAOCHA_OUT: string } }) => {
      astro.runs += 1;
      for (const [folder, file] of [
        [environment.ZHAOCHA_OUT, 'style.css'],
        [`${environment.ZHAOCHA_OUT}/../pages`, 'prerender-entry.mjs'],
      ] as const) {
        make(folder, { recursive: true });
        write(`${folder}/${file}`, `what ${file} holds`);
      }
    },
  };
});

let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'zhaocha-bundle-'));
  for (const file of [
    'src/site/a.ts',
    'src/model/a.ts',
    'src/statistics/a.ts',
    'astro.config.mjs',
    'package-lock.json',
  ]) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), '');
  }
});
afterAll(() => rmSync(root, { recursive: true }));

describe('the bundle of the site', () => {
  it('is made once, and again by other code', async () => {
    const first = await bundleSite(root);
    expect(readFileSync(first.program, 'utf8')).toBe('what prerender-entry.mjs holds');
    expect(await bundleSite(root)).toEqual(first);
    expect(astro.runs).toBe(1);
    writeFileSync(join(root, 'src/site/a.ts'), 'other');
    expect((await bundleSite(root)).program).not.toBe(first.program);
    expect(astro.runs).toBe(2);
  });

  it.each([
    ['cut off', (file: string) => writeFileSync(file, 'what')],
    ['missing', (file: string) => rmSync(file)],
    ['one from a copy that broke off', (file: string) => rmSync(join(dirname(file), '..', '..', 'seal'))],
  ])('is made again where a file of it is %s', async (_, spoil) => {
    const { program } = await bundleSite(root);
    const before = astro.runs;
    spoil(program);
    const again = await bundleSite(root);
    expect(readFileSync(again.program, 'utf8')).toBe('what prerender-entry.mjs holds');
    expect(astro.runs).toBe(before + 1);
    expect(existsSync(join(dirname(program), '..', '..'))).toBe(false);
    expect(readdirSync(join(root, '.cache', 'bundles')).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('stays for each of those that find it spoilt and make it at once', async () => {
    const { code, program } = await bundleSite(root);
    rmSync(program);
    const made = await Promise.all(Array.from({ length: 4 }, () => bundleSite(root)));
    for (const one of made) {
      expect(one.code).toBe(code);
      expect(readFileSync(one.program, 'utf8')).toBe('what prerender-entry.mjs holds');
    }
    const before = astro.runs;
    expect(made.map((one) => one.program)).toContain((await bundleSite(root)).program);
    expect(astro.runs).toBe(before);
  });
});

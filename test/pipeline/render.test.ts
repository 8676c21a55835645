import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { render, type Downloads } from '../../src/pipeline/render.ts';

/* What is done beside the pages, and in which order. For the pages stands a program that says it has made three. */

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhaocha-render-'));
  for (const name of ['assets', 'tables', 'workshop']) mkdirSync(join(folder, name));
  writeFileSync(join(folder, 'program.mjs'), 'console.log(3);');
});
afterAll(() => rmSync(folder, { recursive: true }));

const rendering = (downloads: Downloads) =>
  render({
    bundle: { code: '', program: join(folder, 'program.mjs'), assets: join(folder, 'assets') },
    tables: join(folder, 'tables'),
    languages: ['zh'],
    site: join(folder, 'site'),
    workshop: join(folder, 'workshop'),
    downloads,
  });

describe('downloads beside the pages', () => {
  it('are proven when they are made, however early the pages are', async () => {
    const told: string[] = [];
    const { pages } = await rendering({
      make: async () => {
        told.push('begun');
        // Longer than the pages take.
        await wait(600);
        told.push('made');
      },
      prove: async () => {
        told.push('proven');
      },
    });
    expect(pages % 3).toBe(0);
    expect(pages).toBeGreaterThan(0);
    expect(told).toEqual(['begun', 'made', 'proven']);
  });

  it.each(['make', 'prove'] as const)(
    'that fail (%s) stop the whole, and are not proven after',
    async (step) => {
      const told: string[] = [];
      const downloads = (name: 'make' | 'prove') => async () => {
        if (name === step) throw new Error(`cannot ${name}`);
        told.push(name);
      };
      await expect(rendering({ make: downloads('make'), prove: downloads('prove') })).rejects.toThrow(
        `cannot ${step}`,
      );
      expect(told).toEqual(step === 'make' ? [] : ['make']);
    },
  );
});

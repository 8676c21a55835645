import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { render, type Downloads } from '../../../src/pipeline/pages/render.ts';

/* What is done beside the pages, and in which order. For the pages stands a program that says it has made three. */

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhaocha-render-'));
  for (const name of ['assets', 'tables', 'workshop']) mkdirSync(join(folder, name));
  writeFileSync(join(folder, 'program.mjs'), 'console.log(3);');
});
afterAll(() => rmSync(folder, { recursive: true }));

const rendering = (downloads?: Downloads, index?: () => Promise<void>) =>
  render({
    bundle: { code: '', program: join(folder, 'program.mjs'), assets: join(folder, 'assets') },
    tables: join(folder, 'tables'),
    languages: ['zh'],
    site: join(folder, 'site'),
    workshop: join(folder, 'workshop'),
    ...(downloads === undefined ? {} : { downloads }),
    ...(index === undefined ? {} : { index }),
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

describe('the index of words', () => {
  it('is made when every renderer has said that its pages with words are there, and they go on beside it', async () => {
    const said = join(folder, 'said');
    writeFileSync(
      join(folder, 'program.mjs'),
      `import { appendFileSync, existsSync } from 'node:fs';
       import { setTimeout as wait } from 'node:timers/promises';
       appendFileSync(${JSON.stringify(said)}, 'words ');
       console.log('words');
       while (!existsSync(${JSON.stringify(join(folder, 'indexed'))})) await wait(10);
       console.log(3);`,
    );
    await rendering(undefined, async () => {
      const processes = readFileSync(said, 'utf8').trim().split(' ');
      expect(processes.length).toBe(availableParallelism());
      writeFileSync(join(folder, 'indexed'), '');
    });
    expect(existsSync(join(folder, 'indexed'))).toBe(true);
  });

  it('is not made where a renderer failed', async () => {
    writeFileSync(join(folder, 'program.mjs'), 'process.exit(1);');
    await expect(rendering(undefined, () => expect.unreachable())).rejects.toThrow('could not be rendered');
  });
});

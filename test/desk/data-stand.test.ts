import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { dataStand, watchInputs } from '../../src/desk/data-stand.ts';

let data: string;
const put = (file: string, text: string) => writeFile(join(data, file), text);

beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'zhaocha-stand-'));
  onTestFinished(() => rm(data, { recursive: true, force: true }));
  for (const folder of ['drops', 'lookup', 'set-aside', 'releases/1'])
    await mkdir(join(data, folder), { recursive: true });
  await put('drops/a.csv', 'a');
});

describe('dataStand', () => {
  it.each([
    { description: 'a drop comes', change: () => put('drops/b.csv', 'b') },
    { description: 'a drop is written anew', change: () => put('drops/a.csv', 'longer') },
    { description: 'a drop goes', change: () => rm(join(data, 'drops/a.csv')) },
    {
      description: 'a drop gets another name',
      change: () => rename(join(data, 'drops/a.csv'), join(data, 'drops/c.csv')),
    },
    { description: 'something is decided', change: () => put('lookup/spellings.csv', 'x') },
    { description: 'a setting changes', change: () => put('programme.yaml', 'x') },
    { description: 'something is released', change: () => put('releases/1/release.json', '{}') },
  ])('is another when $description', async ({ change }) => {
    const before = await dataStand(data);
    expect(await dataStand(data)).toBe(before);
    await change();
    expect(await dataStand(data)).not.toBe(before);
  });

  it('stays when something is set aside or signed', async () => {
    const before = await dataStand(data);
    await put('set-aside/a.csv', 'a');
    await put('sign-offs.csv', 'a');
    expect(await dataStand(data)).toBe(before);
  });
});

describe('watchInputs', () => {
  it('lets a release add its record, and notices a drop that comes meanwhile', async () => {
    const areSame = await watchInputs(data);
    await put('releases/1/release.json', '{}');
    expect(await areSame()).toBe(true);
    await put('drops/b.csv', 'b');
    expect(await areSame()).toBe(false);
  });
});

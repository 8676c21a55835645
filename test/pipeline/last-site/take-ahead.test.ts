import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { takeAhead } from '../../../src/pipeline/last-site/take-ahead.ts';
import type { Standing } from '../../../src/pipeline/last-site/second-names.ts';

/* While the tables are being made, what may stay of the last site gets its second name in the folder of the new one. */

let folder: string;
let site: string;
const last = () => ({ folder: join(folder, 'last'), record: join(folder, 'last.tsv') });

beforeEach(() => {
  const made = mkdtempSync(join(tmpdir(), 'zhaocha-ahead-'));
  onTestFinished(() => rmSync(made, { recursive: true }));
  folder = made;
  site = join(folder, 'making', 'site');
  const record = ['frame whole'];
  for (const [name, key] of [
    ['index.html', ''],
    ['findings/1/index.html', 'of-this'],
    ['findings/1/finding.json', 'of-this'],
    ['findings/2/index.html', 'of-that'],
  ] as const) {
    mkdirSync(dirname(join(folder, 'last', name)), { recursive: true });
    writeFileSync(join(folder, 'last', name), name);
    record.push(`${name}\t${key}\t5 12345`);
  }
  writeFileSync(last().record, `${record.join('\n')}\n`);
});

const inode = (path: string) => statSync(path).ino;

describe('files of the last site', () => {
  it('get a second name where they have a key: the others are made anew', async () => {
    const ahead = takeAhead(last(), site);
    await ahead.done;
    await ahead.keepFor(last());
    for (const name of ['findings/1/index.html', 'findings/1/finding.json', 'findings/2/index.html'])
      expect(inode(join(site, name))).toBe(inode(join(folder, 'last', name)));
    expect(existsSync(join(site, 'index.html'))).toBe(false);
  });

  it('go again where the new site does not have them, with the folder that they leave empty', async () => {
    const ahead = takeAhead(last(), site);
    await ahead.done;
    await ahead.keepFor(last());
    const made = join(folder, 'made.tsv');
    // A page that has no key any more stays as well as one that has.
    writeFileSync(made, 'index.html\t\t5 1\nfindings/1/index.html\t\t5 1\n');
    await ahead.clear([made]);
    expect(existsSync(join(site, 'findings/1/index.html'))).toBe(true);
    expect(existsSync(join(site, 'findings/1/finding.json'))).toBe(false);
    expect(existsSync(join(site, 'findings/2'))).toBe(false);
    expect(existsSync(join(folder, 'last', 'findings/2/index.html'))).toBe(true);
  });

  it.each([
    ['from another site', { folder: '/another', record: '/another.tsv' }],
    ['from none', { folder: '', record: '' }],
  ])('do not stay where pages are taken over %s', async (_, before) => {
    const ahead = takeAhead(last(), site);
    await ahead.done;
    await ahead.keepFor(before);
    await ahead.clear([]);
    expect(existsSync(site)).toBe(false);
  });

  it.each([
    ['no site was recorded', (): Standing => ({ ...last(), record: join(folder, 'none.tsv') })],
    ['the site has been taken away', (): Standing => ({ ...last(), folder: join(folder, 'none') })],
  ])('are not asked for where %s', async (_, standing) => {
    const ahead = takeAhead(standing(), site);
    await ahead.done;
    await ahead.keepFor(standing());
    // There is nothing to go through: no record of what was made is asked for.
    await ahead.clear([join(folder, 'not-there.tsv')]);
    expect(existsSync(site)).toBe(false);
  });

  it('that are gone, or whose name is taken, stop nothing', async () => {
    rmSync(join(folder, 'last', 'findings/1/index.html'));
    mkdirSync(join(site, 'findings'), { recursive: true });
    writeFileSync(join(site, 'findings', '2'), 'a file where a folder should be');
    const ahead = takeAhead(last(), site);
    await ahead.done;
    expect(existsSync(join(site, 'findings/1/finding.json'))).toBe(true);
  });
});

import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { isCopyOf, markOf } from '../../../src/model/file-mark.ts';
import { takeAhead } from '../../../src/pipeline/last-site/take-ahead.ts';
import { makeSpare } from '../../../src/pipeline/last-site/make-spare.ts';
import { giveSecondName } from '../../../src/pipeline/last-site/second-names.ts';
import {
  beginSpare,
  findSpare,
  spareName,
  sparesOf,
  type SpareTask,
} from '../../../src/pipeline/last-site/spare.ts';

/* After a build, what may stay of its site gets second names in a folder aside, from which the next build goes on. */

let folder: string;
const site = () => join(folder, 'site');
const record = () => join(folder, 'site.tsv');
const standing = () => ({ folder: site(), record: record() });
const making = () => join(sparesOf(standing()), 'making-this');
const task = (): SpareTask => ({ ...standing(), making: making() });

beforeEach(() => {
  const made = mkdtempSync(join(tmpdir(), 'zhaocha-spare-'));
  onTestFinished(() => rmSync(made, { recursive: true }));
  folder = made;
});

function write(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

/** How a file of the site stands. */
const markOfFile = (file: string) => markOf(statSync(join(site(), file), { bigint: true }));

/** Puts a site in place: its files, and those of them that have a key. They are recorded as they stand, or as they stood before somebody wrote to them. */
function stand(
  files: readonly string[],
  keyed: readonly string[] = files,
  marked = (_file: string) => '5 12345',
): void {
  for (const file of files) write(join(site(), file), file);
  const lines = files.map((file) => `${file}\t${keyed.includes(file) ? 'of-this' : ''}\t${marked(file)}\n`);
  writeFileSync(record(), `frame whole\n${lines.join('')}`);
}

/** Gives files of the site second names in the folder that becomes the spare: those that the site before had, too. */
function share(files: readonly string[]): void {
  for (const file of files) giveSecondName(file, site(), making());
}

function spareMade(): string | null {
  mkdirSync(sparesOf(standing()), { recursive: true });
  makeSpare(task());
  return findSpare(standing());
}

/** The files of a folder, and whether each is the site's own under a second name. */
function filesOf(spare: string): Record<string, boolean> {
  const files = readdirSync(spare, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const names = files.map((entry) => join(entry.parentPath, entry.name).slice(spare.length + 1));
  const inode = (path: string) => statSync(path, { throwIfNoEntry: false })?.ino;
  return Object.fromEntries(
    names.sort().map((name) => [name, inode(join(spare, name)) === inode(join(site(), name))]),
  );
}

const foldersOf = (path: string) =>
  readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isDirectory());

describe('the spare of a site', () => {
  it('has a second name for each file that may stay', () => {
    stand(['index.html', 'a/1/index.html', 'a/2/index.html'], ['a/1/index.html', 'a/2/index.html']);
    expect(filesOf(spareMade() ?? '')).toEqual({ 'a/1/index.html': true, 'a/2/index.html': true });
  });

  it('is made out of the site before: what stayed stays, what changed or is gone is replaced or removed, with empty folders', () => {
    stand(['a/1/index.html', 'a/2/index.html']);
    share(['a/1/index.html']);
    write(join(making(), 'a/2/index.html'), 'as it was');
    write(join(making(), 'gone/3/index.html'), 'gone');
    write(join(making(), 'data/latest/findings.csv'), 'a download');
    const spare = spareMade() ?? '';
    expect(filesOf(spare)).toEqual({ 'a/1/index.html': true, 'a/2/index.html': true });
    expect(foldersOf(spare).map(({ name }) => name)).toEqual(['a', '1', '2']);
    expect(readFileSync(join(site(), 'a/2/index.html'), 'utf8')).toBe('a/2/index.html');
  });

  it('has just these files whatever the site before was', () => {
    const name = fc.constantFrom('a/1', 'a/2', 'a/b/1', 'b/1', 'c', 'd/e/f');
    const set = fc.uniqueArray(name);
    fc.assert(
      fc.property(set, set, set, set, (files, keyed, before, same) => {
        rmSync(site(), { recursive: true, force: true });
        rmSync(sparesOf(standing()), { recursive: true, force: true });
        mkdirSync(site());
        stand(files, keyed);
        share(same.filter((file) => files.includes(file)));
        for (const file of before)
          if (!existsSync(join(making(), file))) write(join(making(), file), 'before');
        const expected = files.filter((file) => keyed.includes(file)).sort();
        expect(filesOf(spareMade() ?? '')).toEqual(Object.fromEntries(expected.map((file) => [file, true])));
      }),
      { numRuns: 100 },
    );
  });

  it('has a copy of each file that says of what day the data are: it can be written to, and tells that it is one', () => {
    stand(['a/index.html', 'a/finding.json', 'a/findings.csv'], undefined, markOfFile);
    share(['a/index.html']);
    const spare = spareMade() ?? '';
    expect(filesOf(spare)).toEqual({
      'a/index.html': false,
      'a/finding.json': false,
      'a/findings.csv': true,
    });
    for (const file of ['a/index.html', 'a/finding.json']) {
      expect(readFileSync(join(spare, file), 'utf8')).toBe(file);
      expect(isCopyOf(statSync(join(spare, file), { bigint: true }), markOfFile(file))).toBe(true);
    }
  });

  it('has second names alone where the disk has no room for copies', () => {
    const petabyte = String(2n ** 50n);
    stand(['a/index.html', 'b/index.html'], undefined, (file) =>
      file.startsWith('a') ? markOfFile(file) : `${petabyte} 1`,
    );
    expect(filesOf(spareMade() ?? '')).toEqual({ 'a/index.html': true, 'b/index.html': true });
  });

  it('takes the place of what is left of others', () => {
    stand(['a/index.html']);
    write(join(sparesOf(standing()), 'making-killed', 'a/index.html'), 'of one that was killed');
    write(join(sparesOf(standing()), '1-1', 'a/index.html'), 'of a site before');
    spareMade();
    expect(readdirSync(sparesOf(standing()))).toEqual([spareName(standing())]);
  });

  it('is none where a file that should stay is gone', () => {
    stand(['a/index.html', 'b/index.html']);
    rmSync(join(site(), 'b/index.html'));
    expect(spareMade()).toBeNull();
    expect(readdirSync(sparesOf(standing()))).toEqual([]);
  });

  it('is not taken for that of a site that was recorded later', () => {
    stand(['a/index.html']);
    expect(spareMade()).not.toBeNull();
    rmSync(record());
    stand(['a/index.html']);
    expect(findSpare(standing())).toBeNull();
  });
});

describe('a spare is begun', () => {
  const manyFiles = Array.from(
    { length: 25_000 },
    (_, place) => `findings/${place}/of/a/large/site/index.html`,
  );

  it('where the site is large, and has the files of the site that was replaced', async () => {
    stand(['a/index.html']);
    const lines = manyFiles.map((file) => `${file}\t\t5 1\n`).join('');
    writeFileSync(record(), `frame whole\na/index.html\tof-this\t5 1\n${lines}`);
    const replaced = join(folder, 'replaced');
    write(join(replaced, 'old.html'), 'old');
    expect(beginSpare(standing(), replaced)).toBe(true);
    expect(existsSync(replaced)).toBe(false);
    await expect.poll(() => findSpare(standing()), { timeout: 20_000 }).not.toBeNull();
    expect(filesOf(findSpare(standing()) ?? '')).toEqual({ 'a/index.html': true });
  });

  it.each([
    ['is small', () => stand(['a/index.html'])],
    ['was not recorded', () => {}],
  ])('by no build whose site %s', (_, begin) => {
    begin();
    const replaced = join(folder, 'replaced');
    mkdirSync(replaced);
    expect(beginSpare(standing(), replaced)).toBe(false);
    expect(existsSync(replaced)).toBe(true);
  });
});

describe('the build after', () => {
  const build = () => takeAhead(standing(), join(folder, 'making', 'site'));

  it('goes on from the spare', async () => {
    stand(['a/index.html', 'b/index.html']);
    const spare = spareMade() ?? '';
    const ahead = build();
    await ahead.keepFor(standing());
    expect(filesOf(join(folder, 'making', 'site'))).toEqual({ 'a/index.html': true, 'b/index.html': true });
    expect(existsSync(spare)).toBe(false);
    writeFileSync(join(folder, 'made.tsv'), 'a/index.html\tof-this\t5 1\n');
    await ahead.clear([join(folder, 'made.tsv')]);
    expect(filesOf(join(folder, 'making', 'site'))).toEqual({ 'a/index.html': true });
  });

  it('reads meanwhile what is going to be written to, and nothing else; what is gone stops nothing', async () => {
    stand(['a/index.html', 'b/index.html', 'c/rows.csv'], undefined, markOfFile);
    const spare = spareMade() ?? '';
    rmSync(join(spare, 'a/index.html'));
    const isRead = (file: string) => statSync(file).atimeMs > statSync(file).mtimeMs + 1000;
    const files = [join(spare, 'b/index.html'), join(spare, 'c/rows.csv'), join(folder, 'probe')];
    writeFileSync(join(folder, 'probe'), 'read below');
    for (const file of files) utimesSync(file, 1e9, 1e9);
    await build().done;
    readFileSync(join(folder, 'probe'));
    // Not every disk notes that a file was read.
    expect(files.map(isRead)).toEqual(
      isRead(join(folder, 'probe')) ? [true, false, true] : [false, false, false],
    );
  });

  it('leaves the spare alone where pages are taken over from elsewhere, or from nowhere', async () => {
    stand(['a/index.html']);
    spareMade();
    await build().keepFor({ folder: '', record: '' });
    expect(existsSync(join(folder, 'making'))).toBe(false);
    expect(findSpare(standing())).not.toBeNull();
  });
});

import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { readLastSite, recordLine, takeOver } from '../../../src/site/render/take-over.ts';

/* A page of the last site stands again on the new one if it was made of the same, and nobody has touched it. */

let folder: string;
const page = () => join(folder, 'page.html');
const taken = () => join(folder, 'taken.html');

/** Takes the page over as it was recorded, with the key that it has now. */
function take(key: string): boolean {
  return takeOver(readLastSite(folder, join(folder, 'record.tsv')), 'page.html', key, taken());
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhaocha-take-over-'));
  const made = folder;
  onTestFinished(() => rmSync(made, { recursive: true }));
  writeFileSync(page(), '<p>一</p>');
  writeFileSync(join(folder, 'record.tsv'), `frame\n${recordLine('page.html', 'of-this', page())}`);
});

describe('taking a page over', () => {
  it('gives it a second name where it was made of the same', () => {
    expect(take('of-this')).toBe(true);
    expect(statSync(taken()).ino).toBe(statSync(page()).ino);
    expect(readFileSync(taken(), 'utf8')).toBe('<p>一</p>');
  });

  it('leaves it where it was made of something else', () => {
    expect(take('of-that')).toBe(false);
  });

  it('leaves it where somebody has written to it since', () => {
    appendFileSync(page(), '<p>二</p>');
    expect(take('of-this')).toBe(false);
  });

  it('leaves it where it is gone, was never recorded, or no site was', () => {
    expect(takeOver(readLastSite(folder, ''), 'page.html', 'of-this', taken())).toBe(false);
    expect(takeOver(readLastSite(folder, join(folder, 'record.tsv')), 'other.html', 'of-this', taken())).toBe(
      false,
    );
    rmSync(page());
    expect(take('of-this')).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { dropLines } from '../../../scripts/check/drop-lines.ts';
import { readingLine, sayIn } from '../../../scripts/console.ts';
import type { CheckedDrop } from '../../../src/model/batch.ts';

/* After years a programme has a hundred drops, of which one is new: that one is what the reader of a check looks for. */

const drop = (file: string) =>
  ({
    ...{ file, layout: 'own', encoding: 'utf-8', proof: 'valid', personal: [] },
    account: { read: 3, used: 3, setAside: {} },
  }) as unknown as CheckedDrop;
const drops = Array.from({ length: 30 }, (_, place) => drop(`${place}.csv`));
const files = (some: readonly CheckedDrop[]) => new Set(some.map(({ file }) => file));
const say = sayIn('en');

describe('dropLines', () => {
  it('says of many drops in one line how many were read before, and lists the others', () => {
    const lines = dropLines(drops, files(drops.slice(0, 29)), say);
    expect(lines[0]).toBe('  29 files read before, unchanged since');
    expect(lines.slice(1)).toEqual([expect.stringContaining('29.csv: own layout')]);
  });

  it('lists all where none was read before, or where they are few', () => {
    expect(dropLines(drops, new Set(), say)).toHaveLength(30);
    const few = drops.slice(0, 3);
    expect(dropLines(few, files(few), say)).toHaveLength(3);
  });
});

describe('readingLine', () => {
  it('says nothing of rows used while the other files are not read: of those that they have, too, none is', () => {
    expect(readingLine(drop('1.csv'), say)).toMatch(/, 3 rows read$/);
    expect(dropLines([drop('1.csv')], new Set(), say)[0]).toMatch(/, 3 rows read, 3 used$/);
  });
});

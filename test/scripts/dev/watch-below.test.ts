import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it, onTestFinished, vi } from 'vitest';
import { watchBelow } from '../../../scripts/dev/watch-below.ts';

it('tells of every change, however it is saved, in folders that come later, too', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhaocha-watch-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const drop = join(folder, 'drops', '台账.csv');
  mkdirSync(join(folder, 'drops'));
  writeFileSync(drop, '1');
  const changed = vi.fn();
  watchBelow(folder, changed);
  const plainly = (text: string) => () => writeFileSync(drop, text);
  const inItsPlace = () => {
    writeFileSync(`${drop}.part`, '3');
    renameSync(`${drop}.part`, drop);
  };
  const elsewhere = join(folder, 'layouts');
  for (const save of [
    plainly('2'),
    inItsPlace,
    plainly('4'),
    () => mkdirSync(elsewhere),
    () => writeFileSync(join(elsewhere, 'one.yaml'), ''),
    () => rmSync(elsewhere, { recursive: true }),
    () => mkdirSync(elsewhere),
    () => writeFileSync(join(elsewhere, 'one.yaml'), ''),
  ]) {
    // What one save has set off is over before the next.
    await wait(50);
    changed.mockClear();
    save();
    await vi.waitFor(() => expect(changed).toHaveBeenCalled(), { timeout: 10_000 });
  }
});

it('tells of nothing where there is no folder', () => {
  expect(() => watchBelow(join(tmpdir(), 'zhaocha-nowhere'), () => {})).not.toThrow();
});

import { expect } from 'vitest';
import type { CheckedDrop } from '../../src/model/batch.ts';
import type { PublishedRow } from '../../src/model/published.ts';
import type { Outcome } from '../../src/pipeline/run.ts';

function setAside({ account }: CheckedDrop): number {
  return Object.values(account.setAside).reduce((sum, rows) => sum + rows, 0);
}

/** The files that have neither become a drop nor a problem: lost without a word. */
function lost(names: readonly string[], { drops, problems }: Outcome): string[] {
  const met = [...drops, ...problems].map(({ file }) => file.split(' › ')[0]);
  return names.filter((name) => !met.includes(name));
}

/** Expects of each file that it balances, in what the run says and in `quality.csv`, or has a problem that says why it is not taken. */
export function expectAccounted(
  names: readonly string[],
  outcome: Outcome,
  quality: readonly PublishedRow<'quality'>[],
): void {
  expect(names.length).toBeGreaterThan(0);
  expect(lost(names, outcome)).toEqual([]);
  for (const drop of outcome.drops)
    expect([drop.file, drop.account.used + setAside(drop)]).toEqual([drop.file, drop.account.read]);
  for (const [drop, rows] of Map.groupBy(quality, (row) => row.drop)) {
    const sum = (of: string) =>
      rows.filter(({ outcome: is }) => is === of).reduce((total, row) => total + (row.rows ?? 0), 0);
    expect([drop, sum('used') + sum('set_aside')]).toEqual([drop, sum('read')]);
  }
}

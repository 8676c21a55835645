import type { CheckedDrop } from '../../model/batch.ts';
import type { Problem } from '../../model/problem.ts';
import type { Settings } from '../../model/settings.ts';

/** The decisions that no drop needs any more, nor any list or setting: `bySettings` are the hashes of the redactions that those used. */
export function unusedDecisions(
  settings: Settings,
  drops: readonly CheckedDrop[],
  bySettings: Iterable<string>,
): Problem[] {
  const spellings = new Set(drops.flatMap((drop) => drop.spellings));
  const redactions = new Set([...bySettings, ...drops.flatMap((drop) => drop.redactions)]);
  return [
    ...settings.spellings
      .filter(({ list, spelling }) => !spellings.has(`${list}:${spelling}`))
      .map(({ spelling }): Problem => ({
        code: 'unused-spelling',
        file: 'lookup/spellings.csv',
        value: spelling,
      })),
    ...settings.redactions
      .filter(({ hash }) => !redactions.has(hash))
      .map(({ hash }): Problem => ({ code: 'unused-redaction', file: 'lookup/redactions.csv', value: hash })),
  ];
}

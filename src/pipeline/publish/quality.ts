import type { CheckedDrop } from '../../model/batch.ts';
import type { OutgoingRow } from './cells.ts';

/**
 * What became of the rows of every drop. Read = used + set aside, or the build stops. A drop with the answers of fewer people
 * than may be published has no counts: they would tell how many came to a small unit, or late.
 */
export function qualityRows(
  drops: readonly CheckedDrop[],
  tolerated: readonly string[],
  smallestBase: number,
): OutgoingRow[] {
  return drops.flatMap(({ file, sha256, layout, encoding, kinds, account, rowsWith }) => {
    const setAside = Object.entries(account.setAside).sort(([a], [b]) => (a < b ? -1 : 1));
    const total = setAside.reduce((sum, [, rows]) => sum + rows, 0);
    if (account.read !== account.used + total)
      throw new Error(`${file}: ${account.read} rows read, but ${account.used} used and ${total} set aside`);
    const isFew = kinds.includes('responses') && account.used > 0 && account.used < smallestBase;
    const row = (outcome: string, reason: string, rows: number): OutgoingRow => ({
      drop: file,
      sha256,
      layout,
      encoding,
      outcome,
      reason,
      rows: isFew ? null : rows,
    });
    const noted = tolerated.flatMap((code) => {
      const rows = (rowsWith as Readonly<Record<string, number>>)[code] ?? 0;
      return rows > 0 ? [row('noted', code, rows)] : [];
    });
    return [
      row('read', '', account.read),
      row('used', '', account.used),
      ...setAside.map(([reason, rows]) => row('set_aside', reason, rows)),
      ...noted,
    ];
  });
}

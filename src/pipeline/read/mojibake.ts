import type { Problem } from '../../model/problem.ts';
import type { RowBatch } from '../../model/sheet.ts';

/*
 * UTF-8 that was once read as a Western encoding and saved again: ’ has become â€™, é has become Ã©. What was lost
 * cannot always be told, so it is named and never mended.
 */

/** What a closer look is worth for: every text that was encoded twice has one of these, and few others have. */
const traces = ['Ã', 'â€', 'ã€', 'ï¼', '锟斤拷'].map((text) => Buffer.from(text));

const twiceEncoded =
  /â€.|Ã[\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œ]|[åæçèé][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œ]{2}|锟斤拷/;

/** Whether bytes of UTF-8 may hold text that was encoded twice. Quick: it is asked of every chunk. */
export function mayBeMojibake(chunk: Buffer): boolean {
  return traces.some((trace) => chunk.includes(trace));
}

/** Passes rows on, and says with the last of them how many cells were encoded twice and where the first stands. */
export async function* noticeMojibake(
  batches: AsyncGenerator<RowBatch>,
  file: string,
): AsyncGenerator<RowBatch> {
  let cells = 0;
  let found: Problem | null = null;
  let next = 1;
  for await (const batch of batches) {
    for (const [position, row] of batch.rows.entries())
      for (const cell of row) {
        if (!twiceEncoded.test(cell)) continue;
        cells += 1;
        found ??= { code: 'encoded-twice', file, row: batch.first + position, value: cell };
      }
    next = batch.first + batch.rows.length;
    yield batch;
  }
  if (found !== null) yield { first: next, rows: [], noticed: [{ ...found, detail: String(cells) }] };
}

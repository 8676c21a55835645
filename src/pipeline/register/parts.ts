import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RecordBatch } from '../../model/batch.ts';
import type { RecordKind } from '../../model/record.ts';
import { parquetOf } from './parquet-of.ts';
import { gatherTexts } from './text-column.ts';

/** So many characters make a part: all of them are held at once, and each part costs the store a little. */
const partCharacters = 1 << 23;

/** Writes the rows of one kind as parts. */
function partWriter(folder: string, kind: RecordKind, names: readonly string[]) {
  let count = 0;
  let characters = 0;
  const columns = names.map(gatherTexts);
  const finish = () => {
    if (characters === 0) return;
    count += 1;
    writeFileSync(
      join(folder, `${kind}-${count}.parquet`),
      parquetOf(
        names,
        columns.map((column) => column.take()),
      ),
    );
    characters = 0;
  };
  const add = (rows: RecordBatch['rows']) => {
    for (const [place, { add: addCell }] of columns.entries())
      for (const row of rows) {
        const cell = row[place] ?? '';
        characters += cell.length + 1;
        addCell(cell);
      }
    if (characters >= partCharacters) finish();
  };
  return { add, finish, count: () => count };
}

/** Checked records as they come, and the columns that those of each kind have. */
export interface Records {
  readonly kinds: readonly RecordKind[];
  readonly columns: (kind: RecordKind) => readonly string[];
  readonly batches: AsyncIterable<RecordBatch[]>;
}

/** Writes records into a folder, as Parquet files each of which is small enough to be held. Gives how many there are of each kind. */
export async function writeParts(
  folder: string,
  { kinds, columns, batches }: Records,
): Promise<Partial<Record<RecordKind, number>>> {
  const writers = new Map(kinds.map((kind) => [kind, partWriter(folder, kind, columns(kind))]));
  for await (const some of batches)
    for (const { kind, rows } of some) if (rows.length > 0) writers.get(kind)?.add(rows);
  for (const writer of writers.values()) writer.finish();
  return Object.fromEntries([...writers].map(([kind, { count }]) => [kind, count()]));
}

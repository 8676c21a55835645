import { closeSync, openSync, writeFileSync } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { RecordBatch } from '../../model/batch.ts';
import type { RecordKind } from '../../model/record.ts';
import { quoteText, type Database } from './database.ts';
import { rowsText, textReader } from './rows-text.ts';

/** Records of one kind on their way into the store: a text file, to become a Parquet file of the same name. */
export interface Part {
  readonly folder: string;
  readonly name: string;
  readonly columns: readonly string[];
}

/** Takes a part that is whole. No more rows are taken before it says so. */
export type HandOver = (part: Part) => Promise<void>;

/** A part that has grown to this is whole: the store holds all of it at once. */
const partBytes = 1 << 21;

const textPath = ({ folder, name }: Part) => join(folder, `${name}.txt`);
const parquetPath = ({ folder, name }: Part) => join(folder, `${name}.parquet`);

/** Writes the rows of one kind as parts. */
function partWriter(folder: string, kind: RecordKind, columns: readonly string[], handOver: HandOver) {
  let count = 0;
  let bytes = 0;
  let file: number | null = null;
  const part = (): Part => ({ folder, name: `${kind}-${count}`, columns });
  const close = () => {
    if (file !== null) closeSync(file);
    file = null;
  };
  const finish = async () => {
    if (file === null) return;
    close();
    await handOver(part());
  };
  const add = async (rows: RecordBatch['rows']) => {
    if (file === null) {
      count += 1;
      bytes = 0;
      file = openSync(textPath(part()), 'w');
    }
    const text = Buffer.from(rowsText(rows));
    writeFileSync(file, text);
    bytes += text.length;
    if (bytes >= partBytes) await finish();
  };
  return { add, finish, close, count: () => count };
}

/** Checked records as they come, and the columns that those of each kind have. */
export interface Records {
  readonly kinds: readonly RecordKind[];
  readonly columns: (kind: RecordKind) => readonly string[];
  readonly batches: AsyncIterable<RecordBatch[]>;
}

/** Writes records as parts into a folder and hands each over as soon as it is whole. Gives how many there are of each kind. */
export async function writeParts(
  folder: string,
  { kinds, columns, batches }: Records,
  handOver: HandOver,
): Promise<Partial<Record<RecordKind, number>>> {
  const writers = new Map(kinds.map((kind) => [kind, partWriter(folder, kind, columns(kind), handOver)]));
  try {
    for await (const some of batches)
      for (const { kind, rows } of some) if (rows.length > 0) await writers.get(kind)?.add(rows);
    for (const writer of writers.values()) await writer.finish();
    return Object.fromEntries([...writers].map(([kind, { count }]) => [kind, count()]));
  } finally {
    for (const writer of writers.values()) writer.close();
  }
}

/** Makes a Parquet file of a part. A cell without content is missing there; rows know their place and need no order. */
async function storePart(database: Database, part: Part): Promise<void> {
  const { size } = await stat(textPath(part));
  const columns = part.columns.map((name) => `${quoteText(name)}: 'VARCHAR'`).join(', ');
  const text = `read_csv(${quoteText(textPath(part))}, columns = {${columns}}, ${textReader(size)})`;
  await database.run(
    `COPY (SELECT * FROM ${text}) TO ${quoteText(parquetPath(part))} (FORMAT parquet, COMPRESSION zstd, WRITE_BLOOM_FILTER false)`,
  );
  await rm(textPath(part));
}

/** Stores parts one after the other, while the next is still being read. */
export interface Store {
  /** Stores a part as soon as the one before is stored; resolves then. */
  readonly take: HandOver;
  /** Resolves when everything taken is stored. */
  readonly settle: () => Promise<void>;
}

/** A store that makes Parquet files of the parts it is given. */
export function openStore(database: Database): Store {
  let last = Promise.resolve();
  return {
    take: (part) => {
      const before = last;
      last = before.then(() => storePart(database, part));
      // A failure is told to whoever comes next; until then nobody is waiting for it.
      last.catch(() => {});
      return before;
    },
    settle: () => last,
  };
}

import { createHash } from 'node:crypto';
import { access, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CheckedDrop, RecordBatch } from '../../model/batch.ts';
import type { RecordKind } from '../../model/record.ts';
import { quoteName, quoteText, type Database } from './database.ts';

/** Raised when kept records take another form, so that older ones are read again. */
const formOfRecords = 2;

/**
 * The name under which a drop's records are kept: the hash of its content and of everything that decides what is made
 * of it. A drop that was read before under the same settings is not read again.
 */
export function keepingKey(sha256: string, file: string, decisions: unknown): string {
  const hash = createHash('sha256');
  const plain = (_: string, value: unknown) => (value instanceof Set ? [...value] : value);
  hash.update(JSON.stringify([formOfRecords, sha256, file, decisions], plain));
  return `${sha256.slice(0, 16)}-${hash.digest('hex').slice(0, 16)}`;
}

function parquetPath(cache: string, key: string, kind: RecordKind): string {
  return join(cache, `${key}.${kind}.parquet`);
}

/** A drop whose records lie in the cache. */
export interface KeptDrop {
  readonly drop: CheckedDrop;
  readonly parquet: Readonly<Partial<Record<RecordKind, string>>>;
}

function located(cache: string, key: string, drop: CheckedDrop): KeptDrop {
  return {
    drop,
    parquet: Object.fromEntries(drop.kinds.map((kind) => [kind, parquetPath(cache, key, kind)])),
  };
}

/** The records of a drop as an earlier build kept them, or null. */
export async function findKept(cache: string, key: string): Promise<KeptDrop | null> {
  try {
    const text = await readFile(join(cache, `${key}.json`), 'utf8');
    const kept = located(cache, key, JSON.parse(text) as CheckedDrop);
    for (const path of Object.values(kept.parquet)) await access(path);
    return kept;
  } catch {
    // Not kept, or only half of it is left: the drop is read again.
    return null;
  }
}

/** What is to be kept of a drop: its records as they come, and what is known of it when they have all come. */
export interface Keeping {
  readonly kinds: readonly RecordKind[];
  readonly columns: (kind: RecordKind) => readonly string[];
  readonly batches: AsyncIterable<RecordBatch[]>;
  readonly finish: () => CheckedDrop;
}

/** Keeps the records of a drop as Parquet, one file a kind. The description is written last: it makes the drop kept. */
export async function keep(
  database: Database,
  cache: string,
  key: string,
  keeping: Keeping,
): Promise<KeptDrop> {
  await mkdir(cache, { recursive: true });
  const { kinds, columns } = keeping;
  const tables = new Map(
    await Promise.all(
      kinds.map(async (kind) => [kind, await database.fill(`keep_${kind}`, columns(kind))] as const),
    ),
  );
  for await (const batches of keeping.batches)
    for (const { kind, rows } of batches) if (rows.length > 0) tables.get(kind)?.add(rows);
  for (const kind of kinds) {
    tables.get(kind)?.done();
    const unfinished = `${parquetPath(cache, key, kind)}.${process.pid}`;
    const table = quoteName(`keep_${kind}`);
    await database.run(
      `COPY (SELECT * FROM ${table} ORDER BY CAST(source_row AS BIGINT)) TO ${quoteText(unfinished)} (FORMAT parquet, COMPRESSION zstd)`,
    );
    await database.run(`DROP TABLE ${table}`);
    await rename(unfinished, parquetPath(cache, key, kind));
  }
  const drop = keeping.finish();
  const description = join(cache, `${key}.json`);
  await writeFile(`${description}.${process.pid}`, JSON.stringify(drop));
  await rename(`${description}.${process.pid}`, description);
  return located(cache, key, drop);
}

import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CheckedDrop } from '../../model/batch.ts';
import type { RecordKind } from '../../model/record.ts';
import type { Problem } from '../../model/problem.ts';
import type { ToldProblems } from '../../model/told-problems.ts';
import { writeParts, type Records } from './parts.ts';
import { openLog } from './problem-log.ts';
import { sealOf } from './seal.ts';

/** For `JSON.stringify`, which would write every set as `{}`: sets as lists. */
export function plainSets(_: string, value: unknown): unknown {
  return value instanceof Set ? [...value] : value;
}

/**
 * The name under which a drop's records are kept: the hash of its content and of everything that decides what is made
 * of it. A drop that was read before under the same settings is not read again.
 */
export function keepingKey(sha256: string, file: string, decisions: unknown): string {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([sha256, file, decisions], plainSets));
  return `${sha256.slice(0, 16)}-${hash.digest('hex').slice(0, 16)}`;
}

/** What is kept of a drop: what is known of it, and how many Parquet files of each kind lie beside that. */
interface Kept {
  readonly drop: CheckedDrop;
  readonly parts: Readonly<Partial<Record<RecordKind, number>>>;
}

/** A drop whose records lie in the cache. */
export interface KeptDrop {
  readonly drop: CheckedDrop;
  readonly folder: string;
  /** The files of each kind of record. */
  readonly parquet: Readonly<Partial<Record<RecordKind, readonly string[]>>>;
}

/** Where the problems of a drop lie that are too many to be held. */
const problemFile = 'problems.jsonl';

const description = (folder: string) => join(folder, 'drop.json');

function located(folder: string, { drop, parts }: Kept): KeptDrop {
  const files = (kind: string, count: number) =>
    Array.from({ length: count }, (_, place) => join(folder, `${kind}-${place + 1}.parquet`));
  return {
    folder,
    drop: { ...drop, more: drop.more.map((one) => ({ ...one, path: join(folder, problemFile) })) },
    parquet: Object.fromEntries(Object.entries(parts).map(([kind, count]) => [kind, files(kind, count)])),
  };
}

/** All files of a kept drop but its description. */
function filesOf({ drop, parquet }: KeptDrop): string[] {
  return [...Object.values(parquet).flat(), ...drop.more.map(({ path }) => path)];
}

/** The records of a drop as an earlier build kept them, byte for byte; or null. */
export async function findKept(cache: string, key: string): Promise<KeptDrop | null> {
  const folder = join(cache, key);
  try {
    const [text = '', seal] = (await readFile(description(folder), 'utf8')).split('\n');
    const kept = located(folder, JSON.parse(text) as Kept);
    if (seal !== (await sealOf(text, filesOf(kept)))) return null;
    // What is in use is not cleared away.
    await utimes(folder, new Date(), new Date());
    return kept;
  } catch {
    // Not kept, or only half of it is left: the drop is read again.
    return null;
  }
}

/** A drop that has been read; its records are kept when they are in place. */
export interface ReadDrop extends Kept {
  /** Where its parts are written. */
  readonly making: string;
  readonly key: string;
}

/** Records as they come, with what is known of their drop when all have come, its problems apart. */
export interface DropRecords extends Records {
  readonly finish: () => Omit<CheckedDrop, keyof ToldProblems | 'rowsWith'>;
}

/** Writes the records of a drop, and its problems as `begin` tells them, beside its place in the cache. */
export async function writeRecords(
  cache: string,
  key: string,
  begin: (tell: (problem: Problem) => void) => DropRecords,
): Promise<ReadDrop> {
  const making = await mkdtemp(join(cache, `${key}.making-`));
  const log = openLog(join(making, problemFile));
  try {
    const records = begin(log.tell);
    const parts = await writeParts(making, records);
    const drop = records.finish();
    return { making, key, parts, drop: { ...drop, ...log.close(), rowsWith: log.rowsWith(drop.file) } };
  } catch (error) {
    log.close();
    await rm(making, { recursive: true, force: true });
    throw error;
  }
}

/** Puts the records of a drop in their place: whole or not at all. */
export async function keep(cache: string, { making, key, parts, drop }: ReadDrop): Promise<KeptDrop> {
  const folder = join(cache, key);
  const kept: Kept = { drop, parts };
  const text = JSON.stringify(kept);
  const seal = await sealOf(text, filesOf(located(making, kept)));
  await writeFile(description(making), `${text}\n${seal}`);
  await rename(making, folder).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    // Another build has just kept the same; or what stands there is only half of it.
    const isWhole = (await findKept(cache, key)) !== null;
    await rm(isWhole ? making : folder, { recursive: true, force: true });
    if (!isWhole) await rename(making, folder);
  });
  return located(folder, kept);
}

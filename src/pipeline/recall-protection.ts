import { readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import { crc32 } from 'node:zlib';
import { hashCode } from './files/hash-code.ts';
import { programmeKey } from './programme-key.ts';
import { protectAgain, type ProtectionMemory } from './protect/protect-again.ts';
import type { Protection, ProtectInput } from './protect/protect.ts';

/* What protection remembers lies in the cache between two builds. Like all of the cache it is private: it holds true counts. */

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What protects, libraries included. */
const code = ['src/pipeline/protect', 'src/model', 'package-lock.json'];

const sealLength = 8;

const sealOf = (bytes: Uint8Array) => crc32(bytes).toString(16).padStart(sealLength, '0');

const start = (data: string) => `protection-${programmeKey(data)}-`;

async function fileName(data: string): Promise<string> {
  return `${start(data)}${(await hashCode(root, code)).slice(0, 16)}.v8`;
}

/**
 * What the last build of a programme remembered of its protection; nothing where other code made it, or where it is not
 * as it was written. What is taken from it is named by all that it was made of, and the finished files are held against the
 * proof in any case.
 */
export async function recallProtection(cache: string, data: string): Promise<ProtectionMemory> {
  const path = join(cache, await fileName(data));
  try {
    const bytes = await readFile(path);
    const kept = bytes.subarray(sealLength);
    if (bytes.subarray(0, sealLength).toString('latin1') !== sealOf(kept)) return {};
    // What is in use is not cleared away.
    await utimes(path, new Date(), new Date());
    return { last: deserialize(kept) as NonNullable<ProtectionMemory['last']> };
  } catch {
    return {};
  }
}

/** Keeps what protection remembers for the next build, in the place of what was kept before. */
export async function keepProtection(cache: string, data: string, { last }: ProtectionMemory): Promise<void> {
  const name = await fileName(data);
  const making = join(cache, `${name}.making-${process.pid}`);
  const kept = serialize(last);
  await writeFile(making, Buffer.concat([Buffer.from(sealOf(kept), 'latin1'), kept]));
  await rename(making, join(cache, name));
  for (const other of await readdir(cache))
    if (other.startsWith(start(data)) && other !== name && !other.includes('.making-'))
      await rm(join(cache, other), { force: true });
}

/** Where a programme's protection is remembered: by the process that runs again and again, else in the cache. */
export interface Remembering {
  readonly data: string;
  readonly cache: string;
  readonly memory?: ProtectionMemory | undefined;
}

/** Protects without doing again what the run before this one did. */
export async function protectRemembering(
  input: ProtectInput,
  { cache, data, memory }: Remembering,
): Promise<Protection> {
  if (memory !== undefined) return await protectAgain(input, memory);
  const recalled = await recallProtection(cache, data);
  const { last } = recalled;
  const protection = await protectAgain(input, recalled);
  const isNew = recalled.last !== last && protection.proof.length > 0;
  if (isNew) await keepProtection(cache, data, recalled);
  return protection;
}

import type { Readable } from 'node:stream';
import { fromBufferPromise } from 'yauzl';

async function gather(stream: Readable): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

/** What lies in an archive, by name: the wanted entries, unpacked. */
export async function unzip(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
): Promise<ReadonlyMap<string, Buffer>> {
  const archive = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
    autoClose: false,
  });
  const found = new Map<string, Buffer>();
  for await (const entry of archive.eachEntry())
    if (isWanted(entry.fileName))
      found.set(entry.fileName, await gather(await archive.openReadStreamPromise(entry)));
  archive.close();
  return found;
}

import { Readable, pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { chunkBytes, damaged, tooLarge, type Content } from './content.ts';
import { damageWords } from './damage-words.ts';
import { harmlessBytes, largestRatio, largestUnpacked } from './limits.ts';

/** The name of what a `.gz` holds: `drop.csv.gz › drop.csv`. */
function innerName(file: string): string {
  const name = file.split('/').at(-1) ?? file;
  return /\.gz$/i.test(name) ? `${file} › ${name.slice(0, -3)}` : file;
}

/** What a gzip file holds, unpacked as it is taken. Stops where it unfolds beyond all measure. */
export function gunzipped(packed: Content): Content {
  const { file } = packed;
  async function* open(): AsyncGenerator<Buffer> {
    let taken = 0;
    let given = 0;
    const source = async function* () {
      for await (const chunk of packed.open()) {
        taken += chunk.length;
        // The stream asks ahead of what it unpacks.
        yield Buffer.from(chunk);
      }
    };
    const gunzip = createGunzip({ chunkSize: chunkBytes });
    pipeline(Readable.from(source()), gunzip, () => {});
    try {
      for await (const chunk of gunzip as AsyncIterable<Buffer>) {
        given += chunk.length;
        const limit = Math.min(largestUnpacked, Math.max(harmlessBytes, taken * largestRatio));
        if (given > limit) throw tooLarge(file, given, limit);
        yield chunk;
      }
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code?.startsWith('Z_') === true) throw damaged(file, damageWords((error as Error).message));
      throw error;
    }
  }
  return { file: innerName(file), open };
}

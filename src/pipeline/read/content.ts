import { closeSync, openSync, readSync } from 'node:fs';
import type { Words } from '../../model/words.ts';
import { ReadFailure } from './failure.ts';
import { largestHeld } from './limits.ts';

/** Bytes that can be taken from their start as often as need be: a file, or what is packed in one. */
export interface Content {
  /** The name that people see. */
  readonly file: string;
  /** Gives them piece by piece; a piece holds until the next is asked for, so whoever keeps one copies it. */
  readonly open: () => AsyncIterable<Buffer>;
}

/** Larger pieces are slower to read and weigh more: their text outlives them in the rows. */
export const chunkBytes = 1 << 16;

/** How much of a file is looked at for its form, its delimiter and its header. */
const headBytes = 1 << 20;

/**
 * The pieces of a file, all in the same memory: new memory for each piles up to many megabytes before it is given back.
 * They are read at once: a piece is there sooner than another thread could be asked for it.
 */
async function* piecesOf(path: string): AsyncGenerator<Buffer> {
  const memory = Buffer.allocUnsafeSlow(chunkBytes);
  const file = openSync(path, 'r');
  try {
    for (;;) {
      const bytes = readSync(file, memory);
      if (bytes === 0) return;
      yield memory.subarray(0, bytes);
    }
  } finally {
    closeSync(file);
  }
}

/** The content of a file on the disk. */
export function fileContent(path: string, file: string): Content {
  return { file, open: () => piecesOf(path) };
}

/** The first bytes of a content. */
export async function headOf(content: Content): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of content.open()) {
    chunks.push(Buffer.from(chunk));
    length += chunk.length;
    if (length >= headBytes) break;
  }
  return Buffer.concat(chunks).subarray(0, headBytes);
}

/** All bytes of a content that can only be read as a whole. */
export async function wholeOf(content: Content): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of content.open()) {
    chunks.push(Buffer.from(chunk));
    length += chunk.length;
    if (length > largestHeld) throw tooLarge(content.file, length, largestHeld);
  }
  return Buffer.concat(chunks);
}

const megabytes = (bytes: number) => `${Math.ceil(bytes / 1_000_000)} MB`;

/** The refusal of what unfolds to more than may be. */
export function tooLarge(file: string, bytes: number, limit: number): ReadFailure {
  return new ReadFailure({
    code: 'unpacks-too-large',
    file,
    value: megabytes(bytes),
    detail: megabytes(limit),
  });
}

/** The refusal of a file that breaks the rules of its own format. */
export function damaged(file: string, said: Words): ReadFailure {
  return new ReadFailure({ code: 'damaged-file', file, detail: said });
}

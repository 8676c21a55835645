import { isUtf8 } from 'node:buffer';
import type { EncodingProof } from '../../model/encoding-proof.ts';

/** The encoding that the form of a file's bytes proves, or why it proves none. */
export type EncodingVerdict =
  | { readonly encoding: string; readonly proof: EncodingProof }
  | { readonly encoding: null; readonly because: 'binary' | 'unproven' };

/** What a pass over the bytes has seen so far. */
export interface ByteEvidence {
  /** The beginning of the file. */
  readonly head: Buffer;
  /** Whether everything so far is UTF-8, an unfinished character at the end apart. */
  readonly utf8: boolean;
  readonly unfinished: Buffer;
  readonly bytes: number;
}

const nothing = Buffer.alloc(0);

export const noEvidence: ByteEvidence = { head: nothing, utf8: true, unfinished: nothing, bytes: 0 };

const headLength = 1 << 16;

/** How many bytes at the end belong to a UTF-8 character that is not finished yet. */
function unfinishedLength(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return needed > back ? back : 0;
    }
  }
  return 0;
}

/** Adds a chunk of the file to the evidence. */
export function observeBytes(evidence: ByteEvidence, chunk: Buffer): ByteEvidence {
  const { head, utf8, unfinished } = evidence;
  const joined = unfinished.length > 0 ? Buffer.concat([unfinished, chunk]) : chunk;
  const tail = utf8 ? unfinishedLength(joined) : 0;
  return {
    head:
      head.length < headLength ? Buffer.concat([head, chunk.subarray(0, headLength - head.length)]) : head,
    utf8: utf8 && isUtf8(joined.subarray(0, joined.length - tail)),
    unfinished: Buffer.from(joined.subarray(joined.length - tail)),
    bytes: evidence.bytes + chunk.length,
  };
}

function startsWith(bytes: Buffer, ...prefix: number[]): boolean {
  return prefix.every((byte, position) => bytes[position] === byte);
}

/** Line breaks and separators: every table has them, and with its two bytes swapped none is a letter in use. */
const structure = new Set([...'\r\n\t,;|'].map((character) => character.charCodeAt(0)));

/** Whether a text of another encoding only holds zeros: among letters of UTF-8, or to fill the file up at its end. */
function holdsZeros({ head, utf8 }: ByteEvidence): boolean {
  const isFilledUp = head.length > 2 && head.at(-1) === 0 && head.at(-2) === 0;
  const first = head.indexOf(0);
  const isEnd = head.subarray(first).every((byte) => byte === 0);
  return (utf8 && head.some((byte) => byte >= 0x80)) || (isFilledUp && isEnd);
}

function decideByZeros(evidence: ByteEvidence): EncodingVerdict | null {
  const { head, bytes } = evidence;
  if (!head.includes(0)) return null;
  if (holdsZeros(evidence)) return { encoding: null, because: 'binary' };
  let little = 0;
  let big = 0;
  for (let position = 0; position + 1 < head.length; position += 2) {
    const [first = 0, second = 0] = [head[position], head[position + 1]];
    if (second === 0 && structure.has(first)) little += 1;
    if (first === 0 && structure.has(second)) big += 1;
  }
  const isPaired = bytes % 2 === 0;
  if (isPaired && little > 0 && big === 0) return { encoding: 'utf-16le', proof: 'zeros' };
  if (isPaired && big > 0 && little === 0) return { encoding: 'utf-16be', proof: 'zeros' };
  return { encoding: null, because: 'binary' };
}

/**
 * Decides the encoding of a file by the form of its bytes: a byte order mark, the zeros of UTF-16, or valid UTF-8 from
 * end to end. Where the form proves nothing, a layout or the letters may (`judgeLetters`).
 */
export function decideEncoding(evidence: ByteEvidence): EncodingVerdict {
  const { head } = evidence;
  if (startsWith(head, 0xff, 0xfe)) return { encoding: 'utf-16le', proof: 'bom' };
  if (startsWith(head, 0xfe, 0xff)) return { encoding: 'utf-16be', proof: 'bom' };
  if (startsWith(head, 0xef, 0xbb, 0xbf)) return { encoding: 'utf-8', proof: 'bom' };
  const byZeros = decideByZeros(evidence);
  if (byZeros !== null) return byZeros;
  if (evidence.utf8 && evidence.unfinished.length === 0) return { encoding: 'utf-8', proof: 'valid' };
  return { encoding: null, because: 'unproven' };
}

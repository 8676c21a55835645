import { isAscii, isUtf8 } from 'node:buffer';

/** What the bytes of a file are, and what proved it. */
export type EncodingVerdict =
  | { readonly encoding: string; readonly proof: 'bom' | 'valid' | 'zeros' | 'hanzi' }
  | { readonly encoding: null; readonly because: 'workbook' | 'binary' | 'unproven' };

/** What a pass over the bytes has seen so far. */
export interface ByteEvidence {
  /** The beginning of the file. */
  readonly head: Buffer;
  /** The bytes from the first one that is not ASCII. */
  readonly foreign: Buffer;
  /** Whether everything so far is UTF-8, an unfinished character at the end apart. */
  readonly utf8: boolean;
  readonly unfinished: Buffer;
  readonly bytes: number;
}

const nothing = Buffer.alloc(0);

export const noEvidence: ByteEvidence = {
  head: nothing,
  foreign: nothing,
  utf8: true,
  unfinished: nothing,
  bytes: 0,
};

const sampleLength = 1 << 16;

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
  const { head, foreign, utf8, unfinished } = evidence;
  const joined = unfinished.length > 0 ? Buffer.concat([unfinished, chunk]) : chunk;
  const tail = utf8 ? unfinishedLength(joined) : 0;
  return {
    head:
      head.length < sampleLength
        ? Buffer.concat([head, chunk.subarray(0, sampleLength - head.length)])
        : head,
    foreign: foreign.length < sampleLength ? withForeign(foreign, chunk) : foreign,
    utf8: utf8 && isUtf8(joined.subarray(0, joined.length - tail)),
    unfinished: Buffer.from(joined.subarray(joined.length - tail)),
    bytes: evidence.bytes + chunk.length,
  };
}

function withForeign(foreign: Buffer, chunk: Buffer): Buffer {
  if (foreign.length > 0) return Buffer.concat([foreign, chunk.subarray(0, sampleLength - foreign.length)]);
  if (isAscii(chunk)) return foreign;
  const start = chunk.findIndex((byte) => byte >= 0x80);
  return Buffer.from(chunk.subarray(start, start + sampleLength));
}

/** Running Chinese text is above nine in ten; Western text read as Chinese is far below. */
const everydayShare = 0.8;

/**
 * The share of two-byte characters that are everyday hanzi (GB 2312 level one) or Chinese punctuation.
 *
 * @example
 * everydayHanziShare(Buffer.from([0xb2, 0xbf, 0xc3, 0xc5])); // => 1
 * everydayHanziShare(Buffer.from('abc')); // => 0
 */
export function everydayHanziShare(bytes: Buffer): number {
  let pairs = 0;
  let everyday = 0;
  for (let position = 0; position < bytes.length; position += 1) {
    const lead = bytes[position] ?? 0;
    if (lead < 0x80) continue;
    const trail = bytes[position + 1] ?? 0;
    pairs += 1;
    if (((lead >= 0xb0 && lead <= 0xd7) || lead === 0xa1 || lead === 0xa3) && trail >= 0xa1) everyday += 1;
    position += 1;
  }
  return pairs === 0 ? 0 : everyday / pairs;
}

function startsWith(bytes: Buffer, ...prefix: number[]): boolean {
  return prefix.every((byte, position) => bytes[position] === byte);
}

/** Line breaks and separators: every table has them, and with its two bytes swapped none is a letter in use. */
const structure = new Set([...'\r\n\t,;|'].map((character) => character.charCodeAt(0)));

function decideByZeros({ head, bytes }: ByteEvidence): EncodingVerdict | null {
  if (!head.includes(0)) return null;
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
 * Decides the encoding of a file by proof: a byte order mark, the zeros of UTF-16, valid UTF-8 from end to end, or
 * Chinese text whose characters are mostly the everyday ones. What merely decodes without complaint proves nothing:
 * Western and Big5 files decode as GB18030 and give nonsense.
 */
export function decideEncoding(evidence: ByteEvidence): EncodingVerdict {
  const { head } = evidence;
  if (startsWith(head, 0x50, 0x4b, 3, 4) || startsWith(head, 0xd0, 0xcf, 0x11, 0xe0))
    return { encoding: null, because: 'workbook' };
  if (startsWith(head, 0xff, 0xfe)) return { encoding: 'utf-16le', proof: 'bom' };
  if (startsWith(head, 0xfe, 0xff)) return { encoding: 'utf-16be', proof: 'bom' };
  if (startsWith(head, 0xef, 0xbb, 0xbf)) return { encoding: 'utf-8', proof: 'bom' };
  const byZeros = decideByZeros(evidence);
  if (byZeros !== null) return byZeros;
  if (evidence.utf8 && evidence.unfinished.length === 0) return { encoding: 'utf-8', proof: 'valid' };
  if (everydayHanziShare(evidence.foreign) >= everydayShare) return { encoding: 'gb18030', proof: 'hanzi' };
  return { encoding: null, because: 'unproven' };
}

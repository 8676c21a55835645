import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/*
 * DEFLATE by zlib itself, as WebAssembly: it reckons in whole numbers, so that the same bytes give the same bytes on every machine, in less
 * than two thirds of the time that JavaScript takes. Node's own zlib hashes otherwise where a processor has an instruction for it.
 */

/** Addresses in its memory, and its codes (zlib.h). What is processed gives how many bytes came of it, below the code. */
interface Zlib {
  readonly memory: WebAssembly.Memory;
  readonly _initialize: () => void;
  readonly malloc: (bytes: number) => number;
  readonly deflate_new: () => number;
  readonly deflate_init: (stream: number, level: number) => number;
  readonly deflate_init_raw: (stream: number, level: number) => number;
  readonly deflate_process: (
    stream: number,
    input: number,
    inputBytes: number,
    output: number,
    room: number,
    flush: number,
  ) => number;
  readonly deflate_last_consumed: (stream: number) => number;
  readonly deflate_end: (stream: number) => number;
}

const flush = { none: 0, finish: 4 } as const;
const codes = { isWell: 0, isAtEnd: 1, nothingToDo: -5 } as const;
const codePlace = 24;
const producedBits = (1 << codePlace) - 1;

const require = createRequire(import.meta.url);

/** So much goes in and comes out at once, in bytes. */
const atOnce = 1 << 18;

function open() {
  const file = require.resolve('zlib-streams/zlib-streams.wasm');
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(file)));
  const zlib = exports as unknown as Zlib;
  zlib._initialize();
  return { zlib, input: zlib.malloc(atOnce), output: zlib.malloc(atOnce) };
}

let opened: ReturnType<typeof open> | null = null;

/** Takes more of what is to be compressed, and is told when that was the last of it. */
export type Push<Bytes = Uint8Array> = (bytes: Bytes, isLast: boolean) => void;

/**
 * Begins to compress, with an effort from 1 to 9. What comes of it is handed on as it comes, and is the taker's: bare, or between a head
 * and a checksum (RFC 1950).
 */
export function openDeflate(
  effort: number,
  take: Push<Uint8Array<ArrayBuffer>>,
  form: 'bare' | 'checked' = 'bare',
): Push {
  opened ??= open();
  const { zlib, input, output } = opened;
  const stream = zlib.deflate_new();
  const begin = form === 'bare' ? zlib.deflate_init_raw : zlib.deflate_init;
  if (stream === 0 || begin(stream, effort) !== codes.isWell)
    throw new Error('zlib could not begin to compress');
  return (bytes, isLast) => {
    let given = 0;
    for (let isDone = false; !isDone;) {
      const piece = bytes.subarray(given, given + atOnce);
      const isRest = given + piece.length === bytes.length;
      // The memory may have grown, and then it is another one.
      new Uint8Array(zlib.memory.buffer).set(piece, input);
      const mode = isLast && isRest ? flush.finish : flush.none;
      const result = zlib.deflate_process(stream, input, piece.length, output, atOnce, mode);
      const [code, produced] = [result >> codePlace, result & producedBits];
      if (code < 0 && code !== codes.nothingToDo) throw new Error(`zlib could not compress (${code})`);
      given += zlib.deflate_last_consumed(stream);
      const isAtEnd = code === codes.isAtEnd;
      // With room left there is no more to come for now.
      isDone = isAtEnd || (mode === flush.none && given === bytes.length && produced < atOnce);
      if (produced > 0 || isAtEnd)
        take(new Uint8Array(zlib.memory.buffer, output, produced).slice(), isAtEnd);
    }
    if (isLast) zlib.deflate_end(stream);
  };
}

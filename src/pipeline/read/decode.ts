import { ReadFailure } from './failure.ts';

/** Turns the bytes of a file into text, chunk by chunk, and stops at the first byte that cannot be read. Nothing is ever replaced. */
export async function* decode(
  bytes: AsyncIterable<Buffer>,
  encoding: string,
  file: string,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let offset = 0;
  const text = (chunk?: Buffer) => {
    try {
      return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
    } catch {
      throw new ReadFailure({
        code: 'unreadable-bytes',
        file,
        value: encoding.toUpperCase(),
        detail: { zh: `第 ${offset} 字节之后`, en: `after byte ${offset}` },
      });
    }
  };
  for await (const chunk of bytes) {
    const decoded = text(chunk);
    offset += chunk.length;
    if (decoded !== '') yield decoded;
  }
  const rest = text();
  if (rest !== '') yield rest;
}

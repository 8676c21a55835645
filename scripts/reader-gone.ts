import { pipeline } from 'node:stream/promises';

/** Whether a stream failed because nobody reads it any more. */
const isReaderGone = (error: unknown) => (error as NodeJS.ErrnoException).code === 'EPIPE';

/** A reader that goes, as `head` does, has what it wanted: what is still said is lost, and the work goes on to its own end. */
export function letReadersGo(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error) => {
      if (!isReaderGone(error)) throw error;
    });
}

/** Prints a long text piece by piece, no faster than it is read, and no further than that. */
export async function print(pieces: Iterable<string> | AsyncIterable<string>): Promise<void> {
  await pipeline(pieces, process.stdout, { end: false }).catch((error: unknown) => {
    if (!isReaderGone(error)) throw error;
  });
}

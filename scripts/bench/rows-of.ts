import { createReadStream } from 'node:fs';
import Papa from 'papaparse';

/** The rows of a drop one by one, its header first. */
export async function* rowsOf(path: string, encoding: 'utf8' | 'utf16le'): AsyncGenerator<string[]> {
  const rows = createReadStream(path, { encoding }).pipe(
    Papa.parse(Papa.NODE_STREAM_INPUT, { skipEmptyLines: true }),
  );
  let isFirst = true;
  for await (const [first = '', ...others] of rows as AsyncIterable<string[]>) {
    yield [isFirst ? first.replace(/^\uFEFF/, '') : first, ...others];
    isFirst = false;
  }
}

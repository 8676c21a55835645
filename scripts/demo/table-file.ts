import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { once } from 'node:events';
import { encoders, type Encoding } from './encoding.ts';

/** How a text table lies in its file; offices export all of these. */
export interface Dialect {
  readonly encoding: Encoding;
  readonly delimiter: ',' | ';' | '\t' | '|';
  readonly lineEnd: '\n' | '\r\n';
}

/** What our own tables are: UTF-8, comma, line feed. */
export const plain: Dialect = { encoding: 'utf-8', delimiter: ',', lineEnd: '\n' };

const flushAt = 1 << 18;

/** A table that is being written. */
export interface OpenTable {
  /** Writes rows below those that are there, waiting whenever the disk is slower than we are. */
  readonly add: (rows: Iterable<readonly string[]>) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Begins a table with its header; no row is held for longer than its turn takes. */
export async function openTable(
  path: string,
  dialect: Dialect,
  header: readonly string[],
): Promise<OpenTable> {
  await mkdir(dirname(path), { recursive: true });
  const file = createWriteStream(path);
  const encode = encoders[dialect.encoding];
  const special = new RegExp(`["\\r\\n${dialect.delimiter}]`);
  const cell = (text: string): string => (special.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const line = (row: readonly string[]): string => row.map(cell).join(dialect.delimiter) + dialect.lineEnd;

  file.write(encode.mark);
  let text = line(header);
  return {
    add: async (rows) => {
      for (const row of rows) {
        text += line(row);
        if (text.length >= flushAt) {
          if (!file.write(encode.bytes(text))) await once(file, 'drain');
          text = '';
        }
      }
    },
    close: async () => {
      file.end(encode.bytes(text));
      await once(file, 'finish');
    },
  };
}

/** Writes a table row by row. */
export async function writeTable(
  path: string,
  dialect: Dialect,
  header: readonly string[],
  rows: Iterable<readonly string[]>,
): Promise<void> {
  const table = await openTable(path, dialect, header);
  await table.add(rows);
  await table.close();
}

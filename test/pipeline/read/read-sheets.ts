import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../../../src/model/problem.ts';
import { ReadFailure } from '../../../src/pipeline/read/failure.ts';
import { read } from '../../../src/pipeline/read/read.ts';

/** A sheet read to its end. */
export interface WholeSheet {
  readonly file: string;
  readonly encoding: string;
  readonly proof: string;
  readonly head: readonly (readonly string[])[];
  /** Row number and cells. */
  readonly rows: readonly (readonly [number, ...string[]])[];
  /** What was noticed on the way: code, value, detail. */
  readonly noticed: readonly Problem[];
}

/** All sheets of a file, or the problem that stopped it. */
export async function readSheets(path: string, file: string): Promise<WholeSheet[] | Problem> {
  try {
    const whole: WholeSheet[] = [];
    for (const sheet of await read({ path, file })) {
      const rows: [number, ...string[]][] = [];
      const noticed: Problem[] = [...sheet.noticed];
      for await (const batch of sheet.rows()) {
        for (const [position, cells] of batch.rows.entries()) rows.push([batch.first + position, ...cells]);
        noticed.push(...(batch.noticed ?? []));
      }
      const { file: name, encoding, proof, head } = sheet;
      whole.push({ file: name, encoding, proof, head, rows, noticed });
    }
    return whole;
  } catch (error) {
    if (error instanceof ReadFailure) return error.problem;
    throw error;
  }
}

/** All sheets of bytes under a name, or the problem that stopped them. */
export async function readBytes(
  folder: string,
  file: string,
  bytes: Buffer,
): Promise<WholeSheet[] | Problem> {
  const path = join(folder, 'drop');
  await writeFile(path, bytes);
  return await readSheets(path, file);
}

/** The cells of the one sheet of bytes, without row numbers. */
export async function cellsOf(folder: string, file: string, bytes: Buffer): Promise<string[][]> {
  const sheets = await readBytes(folder, file, bytes);
  if ('code' in sheets) throw new Error(sheets.code);
  return (sheets[0]?.rows ?? []).map(([, ...cells]) => cells);
}

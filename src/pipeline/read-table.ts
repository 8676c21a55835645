import type { ReadTable } from './configure/configure.ts';
import { ReadFailure } from './read/failure.ts';
import { read } from './read/read.ts';

/** Reads a small table whole, in the way that every drop is read. */
export const readTable: ReadTable = async (path, file) => {
  try {
    const rows: { row: number; cells: string[] }[] = [];
    for (const sheet of await read({ path, file }))
      for await (const batch of sheet.rows())
        batch.rows.forEach((cells, position) => {
          if (cells.some((cell) => cell.trim() !== '')) rows.push({ row: batch.first + position, cells });
        });
    const [header, ...below] = rows;
    const names = (header?.cells ?? []).map((name) => name.trim());
    return { table: { file, header: names, rows: below }, problems: [] };
  } catch (error) {
    if (error instanceof ReadFailure) return { table: null, problems: [error.problem] };
    throw error;
  }
};

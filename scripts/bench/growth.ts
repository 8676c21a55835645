import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../console.ts';
import { hostileFiles } from './hostile-files.ts';
import { measure } from './measure.ts';

const sizes = [1, 4, 16];

const program = join(root, 'scripts', 'bench', 'reading-once.ts');

/** What reading a file once took: time of the processor, which other programs do not lengthen, and memory. */
interface Reading {
  readonly seconds: number;
  readonly megabytes: number;
  readonly outcome: string;
}

/**
 * The power of its size that something grows with: the slope of a line through the logarithms of both.
 *
 * @example
 * growthOf([1, 4, 16], [2, 8, 32]); // => 1
 * growthOf([1, 4, 16], [1, 16, 256]); // => 2
 */
export function growthOf(given: readonly number[], taken: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
  const [x, y] = [given.map(Math.log), taken.map(Math.log)];
  const [middle, height] = [mean(x), mean(y)];
  const slope = x.reduce((sum, one, place) => sum + (one - middle) * ((y[place] ?? 0) - height), 0);
  return slope / x.reduce((sum, one) => sum + (one - middle) ** 2, 0);
}

/** How time and memory grow with hostile files, as rows of a table: by 1 is linear, below it better. */
export async function growthRows(folder: string): Promise<string[]> {
  const rows: string[] = [];
  for (const [name, make] of Object.entries(hostileFiles)) {
    const readings: Reading[] = [];
    for (const size of sizes) {
      const path = join(folder, 'hostile');
      await writeFile(path, make(size));
      readings.push(JSON.parse((await measure([program, path])).output) as Reading);
    }
    const seconds = readings.map((one) => one.seconds);
    const largest = readings.at(-1);
    rows.push(
      `| ${name}: ${largest?.outcome} | ${seconds.map((one) => one.toFixed(2)).join(', ')} s | ${growthOf(sizes, seconds).toFixed(2)} | ${largest?.megabytes.toFixed(0)} MB |`,
    );
  }
  return rows;
}

import { join } from 'node:path';
import { cityOf } from './city.ts';
import { writeDrops } from './drops.ts';
import { writeLookups } from './lookups.ts';

/** The size of a programme. */
export interface Size {
  /** Problems found; commendations come on top. */
  readonly findings: number;
  /** Survey responses, in two files. */
  readonly responses: number;
  /** Departments; beyond the written ones they are numbered. */
  readonly departments: number;
  /** Equal seeds give equal bytes. */
  readonly seed: number;
}

/** The demonstration as it ships. */
export const demonstration: Size = { findings: 600, responses: 5000, departments: 24, seed: 20261001 };

/**
 * Writes a whole invented programme into a folder: `lookup/` and `drops/`.
 * Responses are written as they are invented and never held together.
 *
 * @example
 * await generateProgramme('data', demonstration);
 */
export async function generateProgramme(folder: string, size: Size): Promise<void> {
  const city = cityOf(size.departments);
  await writeLookups(join(folder, 'lookup'), city);
  await writeDrops(join(folder, 'drops'), city, size);
}

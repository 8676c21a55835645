import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openTable, plain } from '../demo/table-file.ts';
import { rowsOf } from './rows-of.ts';

/** Comes after the surveys, and is none of the files that other works read. */
const fileOf = (data: string) => join(data, 'drops', 'this-week.csv');

/** Adds to the surveys of a generated programme a later drop of so many responses: the first of its last survey, given again by others. */
export async function addLateResponses(data: string, count: number): Promise<void> {
  const rows = rowsOf(join(data, 'drops', 'survey-2026.csv'), 'utf8');
  const header = (await rows.next()).value ?? [];
  const late = await openTable(fileOf(data), plain, header);
  let added = 0;
  for await (const [id, ...others] of rows) {
    if (added === count) break;
    await late.add([[`late-${id}`, ...others]]);
    added += 1;
  }
  await late.close();
}

/** Takes the later drop away again. */
export async function takeLateResponses(data: string): Promise<void> {
  await rm(fileOf(data), { force: true });
}

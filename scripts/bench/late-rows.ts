import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openTable, plain } from '../demo/table-file.ts';
import { rowsOf } from './rows-of.ts';

/** Comes after the others, and is none of the files that other works read. */
const fileOf = (data: string) => join(data, 'drops', 'this-week.csv');

/** Of each kind the last drop of a generated programme. */
const lastOf = { findings: '2025-findings.csv', responses: 'survey-2026.csv' } as const;

/** Adds to a generated programme a later drop of so many rows: the first of its last drop of that kind, under other ids. */
export async function addLateRows(data: string, kind: keyof typeof lastOf, count: number): Promise<void> {
  const rows = rowsOf(join(data, 'drops', lastOf[kind]), 'utf8');
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
export async function takeLateRows(data: string): Promise<void> {
  await rm(fileOf(data), { force: true });
}

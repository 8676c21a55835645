import { existsSync } from 'node:fs';
import { mkdir, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { openTable, plain } from '../demo/table-file.ts';
import { rowsOf } from './rows-of.ts';

/** A drop of a generated programme, and how it is encoded. */
interface Drop {
  readonly name: string;
  readonly encoding: 'utf8' | 'utf16le';
  /** What its later part is called. */
  readonly late: string;
}

const findingsDrop: Drop = { name: '2025-findings.csv', encoding: 'utf8', late: '2026-late-findings.csv' };
const eventsDrop: Drop = { name: '2025-events.csv', encoding: 'utf16le', late: '2026-late-events.csv' };
const surveyDrop: Drop = { name: 'survey-2026.csv', encoding: 'utf8', late: 'survey-2026-late.csv' };

/** What stands in some columns of a drop, row by row. */
async function* cellsOf(path: string, { encoding }: Drop, columns: readonly string[]) {
  let places: number[] | null = null;
  for await (const row of rowsOf(path, encoding)) {
    if (places === null) places = columns.map((column) => row.indexOf(column));
    else yield places.map((place) => row[place] ?? '');
  }
}

/** Parts a drop in two: the later rows, of which the first cell and the place are asked, go into a file of their own. */
async function part(data: string, drop: Drop, isLate: (id: string, place: number) => boolean): Promise<void> {
  const path = join(data, 'drops', drop.name);
  const before = `${path}.before`;
  await rename(path, before);
  const rows = rowsOf(before, drop.encoding);
  const header = (await rows.next()).value ?? [];
  const kept = await openTable(path, plain, header);
  const late = await openTable(join(data, 'late', drop.late), plain, header);
  let place = 0;
  for await (const row of rows) {
    await (isLate(row[0] ?? '', place) ? late : kept).add([row]);
    place += 1;
  }
  await Promise.all([kept.close(), late.close()]);
  await rename(before, join(data, 'late', `${drop.name}.before`));
}

/** The last findings that no other one names. */
async function lastUnnamed(data: string, findings: number): Promise<Set<string>> {
  const named = new Set<string>();
  const ids: string[] = [];
  const found = cellsOf(join(data, 'drops', findingsDrop.name), findingsDrop, [
    'finding_id',
    'recurrence_of',
  ]);
  for await (const [id = '', other = ''] of found) {
    ids.push(id);
    named.add(other);
  }
  for await (const [other = ''] of cellsOf(join(data, 'drops', eventsDrop.name), eventsDrop, [
    'other_finding',
  ]))
    named.add(other);
  return new Set(ids.filter((id) => !named.has(id)).slice(-findings));
}

/**
 * Takes the last findings and responses out of the drops of a generated programme; what is given back brings them as later
 * drops. No drop is held in memory.
 */
export async function holdBack(
  data: string,
  findings: number,
  responses: number,
): Promise<() => Promise<void>> {
  await mkdir(join(data, 'late'));
  if (findings > 0) {
    const late = await lastUnnamed(data, findings);
    for (const drop of [findingsDrop, eventsDrop]) await part(data, drop, (id) => late.has(id));
  }
  if (existsSync(join(data, 'drops', surveyDrop.name))) {
    let rows = 0;
    for await (const _ of cellsOf(join(data, 'drops', surveyDrop.name), surveyDrop, [])) rows += 1;
    await part(data, surveyDrop, (_, place) => place >= rows - responses);
  }
  return async () => {
    for (const name of await readdir(join(data, 'late')))
      if (!name.endsWith('.before')) await rename(join(data, 'late', name), join(data, 'drops', name));
  };
}

import { join } from 'node:path';
import type { TableName } from '../../model/published.ts';
import { takeChartTables } from './chart-tables.ts';
import type { WeighedFile } from './file-index.ts';
import { jsonRow, openJsonList } from './json-form.ts';
import { openOutgoing } from './outgoing-file.ts';
import { takeOwnTables } from './own-tables.ts';
import { columnsOf } from './read-public.ts';
import type { Weight } from './weight.ts';

/** Writes a table in its other forms, from its rows one after the other: their cells, and their lines in the CSV. */
export interface TableForms {
  readonly take: (cells: readonly string[], csv: string) => void;
  /** What the table in JSON weighs, and the tables that have been written of a part of its rows. */
  readonly end: () => { readonly json: Weight; readonly parts: readonly WeighedFile[] };
}

/** So much is kept of the whole table in JSON before it is written, in bytes. */
const room = 1 << 18;

/**
 * Begins what is written of each row of a public table: the whole in JSON, and the tables of each department, hall, category,
 * question and chart. A row is written once and stands in all of them.
 */
export function openForms(folder: string, table: TableName, languages: readonly string[]): TableForms {
  const row = jsonRow(columnsOf(table, languages));
  const whole = openJsonList(openOutgoing(join(folder, 'latest', `${table}.json`), room));
  const takers = [...takeOwnTables(folder, table, languages), ...takeChartTables(folder, table, languages)];
  return {
    take: (cells, csv) => {
      const json = row(cells);
      whole.add(json);
      for (const { take } of takers) take({ cells, csv, json });
    },
    end: () => ({ json: whole.close(), parts: takers.flatMap(({ end }) => end()) }),
  };
}

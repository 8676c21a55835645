import { join } from 'node:path';
import type { TableName } from '../../model/published.ts';
import { takeChartTables } from './chart-tables.ts';
import { jsonRow } from './json-form.ts';
import { takeOwnTables } from './own-tables.ts';
import type { IndexedFile } from './file-index.ts';
import { columnsOf } from './read-public.ts';
import { openOutgoing } from './write-lines.ts';

/** Writes a table in its other forms, from its rows one after the other: their cells, and their lines in the CSV. */
export interface TableForms {
  readonly take: (cells: readonly string[], csv: string) => void;
  readonly end: () => readonly IndexedFile[];
}

/**
 * Begins what is written of each row of a public table: the whole in JSON, and the tables of each department, hall, category,
 * question and chart. A row is written once and stands in all of them.
 */
export function openForms(folder: string, table: TableName, languages: readonly string[]): TableForms {
  const columns = columnsOf(table, languages);
  const row = jsonRow(columns);
  const file = openOutgoing(join(folder, 'latest', `${table}.json`));
  const takers = [...takeOwnTables(folder, table, languages), ...takeChartTables(folder, table, languages)];
  let rows = 0;
  file.add('[');
  return {
    take: (cells, csv) => {
      const json = row(cells);
      file.add(`${rows === 0 ? '\n' : ',\n'}${json}`);
      rows += 1;
      for (const { take } of takers) take({ cells, csv, json });
    },
    end: () => {
      file.add('\n]\n');
      file.close();
      const whole = (['csv', 'json', 'parquet'] as const).map((form) => ({
        file: `latest/${table}.${form}`,
        form,
        table,
        subject_kind: '',
        subject_id: '',
        rows,
        columns: columns.length,
      }));
      return [...whole, ...takers.flatMap(({ end }) => end())];
    },
  };
}

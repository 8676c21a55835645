import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { published, type TableName } from '../../model/published.ts';
import { fileColumns, type FileColumn, type Table } from '../../model/table.ts';

/** The rows of a CSV file of ours, one after the other and without its header. */
export function eachLine(path: string, take: (cells: readonly string[]) => void): void {
  let header = true;
  Papa.parse<string[]>(readFileSync(path, 'utf8'), {
    delimiter: ',',
    newline: '\r\n',
    skipEmptyLines: true,
    step: ({ data }) => {
      if (!header) take(data);
      header = false;
    },
  });
}

/** The facts of `programme.csv`, by name. */
export type Facts = ReadonlyMap<string, string>;

/** Reads the facts of the programme whose tables lie in a folder. */
export function readFacts(folder: string): Facts {
  const facts = new Map<string, string>();
  eachLine(join(folder, 'programme.csv'), ([field = '', value = '']) => facts.set(field, value));
  return facts;
}

/** The languages of the tables. */
export function languagesOf(facts: Facts): readonly string[] {
  return (facts.get('languages') ?? '').split(' ');
}

/** The columns of a table as they stand in its file. */
export function columnsOf(name: TableName, languages: readonly string[]): readonly FileColumn[] {
  return fileColumns(published[name] as Table, languages);
}

/** The public tables, in the order in which they are declared. */
export const tableNames = Object.keys(published) as TableName[];

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { TableName } from '../../model/published.ts';
import type { IndexedFile } from './file-index.ts';
import { jsonRow } from './json-form.ts';
import { owners, subject, type Owner } from './owners.ts';
import { columnsOf, eachLine } from './read-public.ts';

type Line = readonly string[];

/** Whose a row is, by its cells; '' for nobody's. */
function ownership(table: TableName, column: string, kind: string, languages: readonly string[]) {
  const names = columnsOf(table, languages).map(({ name }) => name);
  const place = names.indexOf(column === subject ? 'subject_id' : column);
  const kindPlace = names.indexOf('subject_kind');
  return (cells: Line) => (column === subject && cells[kindPlace] !== kind ? '' : (cells[place] ?? ''));
}

function idsOf(folder: string, { list, id }: Owner, languages: readonly string[]): string[] {
  const place = columnsOf(list, languages).findIndex(({ name }) => name === id);
  const ids: string[] = [];
  eachLine(join(folder, 'latest', `${list}.csv`), (cells) => ids.push(cells[place] ?? ''));
  return ids;
}

/** Writes the tables of one owner kind that come from one public table, as CSV and JSON. */
function writeOwn(
  folder: string,
  owner: Owner,
  table: TableName,
  column: string,
  languages: readonly string[],
) {
  const columns = columnsOf(table, languages);
  const header = columns.map(({ name }) => name);
  const row = jsonRow(columns);
  const ownerOf = ownership(table, column, owner.kind, languages);
  const lines: Line[] = [];
  eachLine(join(folder, 'latest', `${table}.csv`), (cells) => {
    if (ownerOf(cells) !== '') lines.push(cells);
  });
  const byOwner = Map.groupBy(lines, ownerOf);
  return idsOf(folder, owner, languages).flatMap((id): IndexedFile[] => {
    const own = byOwner.get(id) ?? [];
    const place = `${owner.folder}/${id}`;
    mkdirSync(join(folder, place), { recursive: true });
    const texts = {
      csv: `${Papa.unparse([header, ...own] as string[][])}\r\n`,
      json: `[${own.map((cells) => `\n${row(cells)}`).join(',')}\n]\n`,
    };
    return (['csv', 'json'] as const).map((form): IndexedFile => {
      const file = `${place}/${table}.${form}`;
      writeFileSync(join(folder, file), texts[form]);
      return {
        file,
        form,
        table,
        subject_kind: owner.kind,
        subject_id: id,
        rows: own.length,
        columns: columns.length,
      };
    });
  });
}

/** Writes the tables that are limited to one department, hall, category or question, out of the public tables. */
export function writeOwnTables(folder: string, languages: readonly string[]): IndexedFile[] {
  return owners.flatMap((owner) =>
    (Object.entries(owner.columns) as [TableName, string][]).flatMap(([table, column]) =>
      writeOwn(folder, owner, table, column, languages),
    ),
  );
}

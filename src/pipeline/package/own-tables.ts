import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TableName } from '../../model/published.ts';
import { asBytes } from './as-bytes.ts';
import { jsonList } from './json-form.ts';
import { owners, subject, type Owner } from './owners.ts';
import type { PublicRow, RowTaker } from './public-row.ts';
import { columnsOf, eachLine } from './read-public.ts';

type Line = Pick<PublicRow, 'csv' | 'json'>;

/** Whose a row is, by its cells; '' for nobody's. */
function ownership(table: TableName, column: string, kind: string, languages: readonly string[]) {
  const names = columnsOf(table, languages).map(({ name }) => name);
  const place = names.indexOf(column === subject ? 'subject_id' : column);
  const kindPlace = names.indexOf('subject_kind');
  return (cells: readonly string[]) =>
    column === subject && cells[kindPlace] !== kind ? '' : (cells[place] ?? '');
}

function idsOf(folder: string, { list, id }: Owner, languages: readonly string[]): string[] {
  const place = columnsOf(list, languages).findIndex(({ name }) => name === id);
  const ids: string[] = [];
  eachLine(join(folder, 'latest', `${list}.csv`), (cells) => ids.push(cells[place] ?? ''));
  return ids;
}

/** Takes the rows of one public table for the tables of one owner kind, as CSV and JSON. */
function takeOwn(
  folder: string,
  owner: Owner,
  table: TableName,
  column: string,
  languages: readonly string[],
): RowTaker {
  const header = columnsOf(table, languages).map(({ name }) => name);
  const ownerOf = ownership(table, column, owner.kind, languages);
  const ids = idsOf(folder, owner, languages);
  const byOwner = new Map(ids.map((id) => [asBytes(id), [] as Line[]]));
  return {
    take: ({ cells, csv, json }) => byOwner.get(ownerOf(cells))?.push({ csv, json }),
    end: () =>
      ids.flatMap((id) => {
        const own = byOwner.get(asBytes(id)) ?? [];
        const place = `${owner.folder}/${id}`;
        mkdirSync(join(folder, place), { recursive: true });
        const bytes = {
          csv: `${header.join(',')}\r\n${own.map(({ csv }) => csv).join('')}`,
          json: jsonList(own.map(({ json }) => json)),
        };
        return (['csv', 'json'] as const).map((form) => {
          const file = `${place}/${table}.${form}`;
          writeFileSync(join(folder, file), bytes[form], 'latin1');
          return {
            file,
            form,
            table,
            subject_kind: owner.kind,
            subject_id: id,
            rows: own.length,
            columns: header.length,
          };
        });
      }),
  };
}

/** Takes the rows of a public table for the tables that are limited to one department, hall, category or question. */
export function takeOwnTables(folder: string, table: TableName, languages: readonly string[]): RowTaker[] {
  return owners.flatMap((owner) => {
    const column = owner.columns[table];
    return column === undefined ? [] : [takeOwn(folder, owner, table, column, languages)];
  });
}

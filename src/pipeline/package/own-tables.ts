import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { TableName } from '../../model/published.ts';
import { asBytes } from './as-bytes.ts';
import type { WeighedFile } from './file-index.ts';
import { openJsonList } from './json-form.ts';
import { openOutgoing } from './outgoing-file.ts';
import { owners, subject, type Owner } from './owners.ts';
import type { RowTaker } from './public-row.ts';
import { columnsOf, eachLine } from './read-public.ts';

/** So much is kept of the tables of all owners of a kind before it is written, in bytes, and of one of them at the least and the most. */
const keptOfAll = 1 << 24;
const leastRoom = 1 << 12;
const mostRoom = 1 << 17;

const forms = ['csv', 'json'] as const;

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
  const room = Math.min(mostRoom, Math.max(leastRoom, Math.floor(keptOfAll / (forms.length * ids.length))));
  const fileOf = (id: string, form: string) => `${owner.folder}/${id}/${table}.${form}`;
  const open = (id: string) => {
    mkdirSync(join(folder, owner.folder, id), { recursive: true });
    const csv = openOutgoing(join(folder, fileOf(id, 'csv')), room);
    csv.add(`${header.join(',')}\r\n`);
    return { csv, json: openJsonList(openOutgoing(join(folder, fileOf(id, 'json')), room)), rows: 0 };
  };
  const tables = new Map(ids.map((id) => [id, open(id)]));
  const byBytes = new Map([...tables].map(([id, own]) => [asBytes(id), own]));
  return {
    take: ({ cells, csv, json }) => {
      const own = byBytes.get(ownerOf(cells));
      if (own === undefined) return;
      own.csv.add(csv);
      own.json.add(json);
      own.rows += 1;
    },
    end: () =>
      [...tables].flatMap(([id, own]) =>
        forms.map((form): WeighedFile => ({
          file: fileOf(id, form),
          form,
          table,
          subject_kind: owner.kind,
          subject_id: id,
          rows: own.rows,
          columns: header.length,
          ...own[form].close(),
        })),
      ),
  };
}

/** Takes the rows of a public table for the tables that are limited to one department, hall, category or question. */
export function takeOwnTables(folder: string, table: TableName, languages: readonly string[]): RowTaker[] {
  return owners.flatMap((owner) => {
    const column = owner.columns[table];
    return column === undefined ? [] : [takeOwn(folder, owner, table, column, languages)];
  });
}

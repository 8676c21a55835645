import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { published, type TableName } from '../../model/published.ts';
import type { Earlier } from '../../model/release.ts';
import { fileColumns } from '../../model/table.ts';
import { writeCells, type OutgoingRow } from './cells.ts';
import { releaseChangeRows } from './release-changes.ts';
import { releaseRows } from './releases.ts';
import { writeTable } from './write-table.ts';
import { writtenRows } from './written-rows.ts';

type Files = Readonly<Record<string, Uint8Array>>;

const textOf = (files: Files, table: TableName) =>
  new TextDecoder('utf-8').decode(files[`${table}.csv`] ?? new Uint8Array());

/** The languages in which a release was written, the main one first. */
export function languagesThen(files: Files): string[] {
  const facts = writtenRows(textOf(files, 'programme'));
  const named = facts.find(({ field }) => field === 'languages')?.['value'] ?? '';
  return named.split(' ').filter((language) => language !== '');
}

/** The tables that a release had with other columns than they have now: with those its pages could not be made. */
export function otherwiseMade(files: Files, languages: readonly string[]): TableName[] {
  return (Object.keys(published) as TableName[]).filter((name) => {
    const [header = ''] = textOf(files, name).split('\r\n');
    return (
      header !==
      fileColumns(published[name], languages)
        .map((column) => column.name)
        .join(',')
    );
  });
}

/**
 * Writes the public tables of an earlier release again: every row as it was, but the tables that tell of releases, which
 * tell of all that have been since.
 */
export async function republish(
  folder: string,
  files: Files,
  earlier: Earlier,
  languages: readonly string[],
): Promise<void> {
  await mkdir(join(folder, 'latest'), { recursive: true });
  const told: Readonly<Partial<Record<TableName, readonly OutgoingRow[]>>> = {
    releases: releaseRows(earlier.releases, languages),
    release_changes: releaseChangeRows(
      earlier,
      writtenRows(textOf(files, 'findings')),
      writtenRows(textOf(files, 'finding_events')),
      [],
    ),
  };
  for (const name of Object.keys(published) as TableName[]) {
    const rows = told[name];
    if (rows === undefined) {
      await writeFile(join(folder, 'latest', `${name}.csv`), files[`${name}.csv`] ?? new Uint8Array());
      continue;
    }
    const { header, cells } = writeCells(published[name], rows, languages);
    await writeTable(join(folder, 'latest'), name, header, cells);
  }
}

import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { escapeFormula } from '../../model/formula.ts';
import { fileIndex, type Form } from '../../model/published.ts';
import type { Edition } from './edition.ts';
import { eachLine, columnsOf } from './read-public.ts';
import { weighFile, type Weight } from './weight.ts';

/** A file of the downloads, before it is weighed. */
export interface IndexedFile {
  /** Its address under `data/`. */
  readonly file: string;
  readonly form: Form;
  readonly table: string;
  readonly subject_kind: string;
  readonly subject_id: string;
  readonly rows: number | null;
  readonly columns: number | null;
}

/** A file of the downloads with what it weighs. */
export type WeighedFile = IndexedFile & Weight;

/** Weighs a file that has been written. */
export function weigh(folder: string, file: IndexedFile): WeighedFile {
  return { ...file, ...weighFile(join(folder, file.file)) };
}

/** The first day of the first period: from when the data speak. */
function firstDay(folder: string, languages: readonly string[]): string {
  const place = columnsOf('periods', languages).findIndex(({ name }) => name === 'starts_on');
  const days: string[] = [];
  eachLine(join(folder, 'latest', 'periods.csv'), (cells) => days.push(cells[place] ?? ''));
  return days.sort()[0] ?? '';
}

/** Writes `index.csv`: every file of the downloads with its size and hash. Whoever waits for it finds it whole. */
export function writeIndex(
  folder: string,
  { facts, languages }: Edition,
  files: readonly WeighedFile[],
): void {
  const fact = (name: string) => facts.get(name) ?? '';
  const common = {
    data_from: firstDay(folder, languages),
    data_to: fact('cutoff'),
    next_update: fact('next_update'),
    licence: fact('licence_url'),
  };
  const rows = files.map((file): Record<string, string | number | null> => ({ ...file, ...common }));
  const names = fileIndex.columns.map(({ name }) => name);
  const cells = rows.map((row) =>
    names.map((name) => (typeof row[name] === 'string' ? escapeFormula(row[name]) : (row[name] ?? ''))),
  );
  const path = join(folder, 'index.csv');
  writeFileSync(`${path}.new`, `${Papa.unparse([names, ...cells])}\r\n`);
  renameSync(`${path}.new`, path);
}

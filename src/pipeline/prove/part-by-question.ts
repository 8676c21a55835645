import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Papa from 'papaparse';
import { linesIn } from '../files/lines-in.ts';
import type { SiteFiles } from '../../verify/difference.ts';
import { isOfSurvey } from '../../verify/attack/state.ts';

/*
 * The survey's tables of a finished site, put together by question: whoever proves them safe needs to hold no more than the rows
 * of one. A row goes as it was written, not a byte of it changed.
 */

/** The tables that hold rows of several questions. */
const names = ['answers', 'figures'] as const;

/** So much is gathered of each question before it is written, in letters: there may be a thousand of them. */
const gathered = 1 << 14;

/** Looks up cells of a row by the names of their columns: what stands behind the last of them is not taken apart. */
function cellReader(header: string, wanted: readonly string[]) {
  const columns = header.trimEnd().split(',');
  const places = new Map(wanted.map((name) => [name, columns.indexOf(name)]));
  const upTo = Math.max(...places.values()) + 1;
  return (line: string) => {
    const cells = line.includes('"')
      ? (Papa.parse<string[]>(line).data[0] ?? [])
      : line.trimEnd().split(',', upTo);
    return (name: string) => cells[places.get(name) ?? -1] ?? '';
  };
}

/** Appends rows to the files of their questions, many at a time. */
function gatherer(fileOf: (question: string) => string) {
  const waiting = new Map<string, string>();
  const flush = (question: string, text: string) => {
    const path = fileOf(question);
    mkdirSync(dirname(path), { recursive: true });
    appendFileSync(path, text);
    waiting.delete(question);
  };
  return {
    add: (question: string, line: string) => {
      const text = (waiting.get(question) ?? '') + line;
      waiting.set(question, text);
      if (text.length >= gathered) flush(question, text);
    },
    finish: () => {
      for (const [question, text] of waiting) flush(question, text);
    },
  };
}

/** The survey's tables of a site, parted. */
export interface Parted {
  /** The questions that have rows; `''` stands for the responses, which have always. */
  readonly questions: readonly string[];
  /** The rows of one question in a table, and those of the responses if so asked: of `latest`, a release, or all departments. */
  readonly rows: (table: string, question: string, besides?: 'responses') => Buffer | null;
  /** The public tables as they would be, were there no other question. */
  readonly files: (question: string) => SiteFiles;
}

const together = 'data/departments';

/** The table to whose rows those of a file go: what departments have of their own lies together. */
function tableOf(file: string): string | null {
  const [, folder = '', table = ''] =
    /^(data\/latest|data\/releases\/\d+|data\/departments\/[^/]+)\/(\w+)\.csv$/.exec(file) ?? [];
  if (!names.some((name) => name === table)) return null;
  return `${folder.startsWith(together) ? together : folder}/${table}`;
}

/** Parts the survey's tables of a site by question, into files of a folder. */
export async function partByQuestion(site: string, files: SiteFiles, folder: string): Promise<Parted> {
  const numbers = new Map([['', 0]]);
  const headers = new Map<string, string>();
  const pathOf = (table: string, question: string) =>
    join(folder, String(numbers.get(question) ?? -1), `${table}.csv`);
  for (const name of files.names) {
    const table = tableOf(name);
    if (table === null) continue;
    const rows = gatherer((question) => pathOf(table, question));
    let header = '';
    let cellsOf: ReturnType<typeof cellReader> = () => () => '';
    for (const lines of linesIn(join(site, name), 'utf8'))
      for (const line of lines) {
        if (header === '') {
          header = line;
          cellsOf = cellReader(line, ['question_id', 'measure', 'status']);
          continue;
        }
        const cell = cellsOf(line);
        const question = cell('question_id');
        // Most of the figures are about findings, of which nothing is ever withheld.
        if (!isOfSurvey(question, cell('measure')) && cell('status') !== 'withheld') continue;
        if (!numbers.has(question)) numbers.set(question, numbers.size);
        rows.add(question, line);
      }
    rows.finish();
    if ((headers.get(table) ?? header) !== header) throw new Error(`${name} has other columns than its like`);
    headers.set(table, header);
  }
  const rows: Parted['rows'] = (table, question, besides) => {
    const header = headers.get(table);
    if (header === undefined) return null;
    const parts = besides === 'responses' && question !== '' ? ['', question] : [question];
    const paths = parts.map((one) => pathOf(table, one)).filter((path) => existsSync(path));
    return Buffer.concat([Buffer.from(header), ...paths.map((path) => readFileSync(path))]);
  };
  const tables = files.names.filter((name) => /^data\/(?:latest|releases\/\d+)\/\w+\.csv$/.test(name));
  return {
    questions: [...numbers.keys()],
    rows,
    files: (question) => ({
      names: tables,
      read: async (name) => {
        const table = tableOf(name);
        return (table === null ? null : rows(table, question, 'responses')) ?? (await files.read(name));
      },
    }),
  };
}

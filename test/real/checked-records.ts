import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Account } from '../../src/model/batch.ts';
import { isFatal, problemText, type Problem } from '../../src/model/problem.ts';
import type { Recognised } from '../../src/model/settings.ts';
import { check, columnsOf } from '../../src/pipeline/check/check.ts';
import { configure } from '../../src/pipeline/configure/configure.ts';
import { read } from '../../src/pipeline/read/read.ts';
import { recognise } from '../../src/pipeline/recognise/recognise.ts';
import { readTable } from '../../src/pipeline/read-table.ts';

/** One drop of a programme as the pipeline checked it, before anything is counted or withheld. */
export interface CheckedRecords {
  readonly file: string;
  readonly recognised: Recognised;
  /** Every record by column, blank cells left out. */
  readonly records: readonly Readonly<Record<string, string>>[];
  readonly account: Account;
  readonly problems: readonly string[];
  /** Those of them that stop a build. */
  readonly fatal: readonly string[];
}

/** Reads, recognises and checks the drops of a programme folder, as a run does, and gives the records themselves. */
export async function checkedRecords(folder: string): Promise<CheckedRecords[]> {
  const { settings, problems } = await configure(folder, readTable);
  const say = (all: typeof problems) =>
    all.map((problem) => Object.values(problemText(problem, 'en')).join(': '));
  if (settings === null) throw new Error(say(problems).join('\n'));
  const checked: CheckedRecords[] = [];
  for (const file of (await readdir(join(folder, 'drops'))).sort())
    for (const sheet of await read({ path: join(folder, 'drops', file), file }, settings.layouts)) {
      const { recognised, problems: unknown } = recognise(sheet, settings);
      if (recognised === null) throw new Error(say(unknown).join('\n'));
      const columns = columnsOf(recognised.kind, recognised, settings);
      const told: Problem[] = [];
      const tell = (problem: Problem) => told.push(problem);
      const { batches, found } = check(sheet.file, sheet.rows(), recognised, settings, tell);
      const records: Record<string, string>[] = [];
      for await (const parts of batches)
        for (const { rows } of parts)
          for (const cells of rows)
            records.push(
              Object.fromEntries(
                columns
                  .map((column, place) => [column, cells[place] ?? ''])
                  .filter(([, cell]) => cell !== ''),
              ),
            );
      const { account } = found;
      const fatal = say(told.filter((problem) => isFatal(problem)));
      checked.push({ file: sheet.file, recognised, records, account, problems: say(told), fatal });
    }
  return checked;
}

/** How often each answer to a question was given, by its id; several answers of one person count each. */
export function countAnswers({ records }: CheckedRecords, question: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const record of records)
    for (const answer of (record[`question:${question}`] ?? '').split('|'))
      if (answer !== '') counts[answer] = (counts[answer] ?? 0) + 1;
  return counts;
}

/** Whether the account of a drop balances: rows read are rows used and rows set aside. */
export function balance({ account: { read: all, used, setAside } }: CheckedRecords): number {
  return all - used - Object.values(setAside).reduce((sum, rows) => sum + rows, 0);
}

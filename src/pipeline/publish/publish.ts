import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { AnswerCount, Figure } from '../../model/figure.ts';
import { published, type TableName } from '../../model/published.ts';
import type { Register } from '../../model/register.ts';
import type { Settings } from '../../model/settings.ts';
import type { TallyName } from '../../model/tally.ts';
import { writeCells, type OutgoingRow } from './cells.ts';
import { eventRows, findingRows } from './findings.ts';
import { declarationRows, listRows, programmeRows } from './lists.ts';
import { qualityRows } from './quality.ts';

/** What is to be published. */
export interface Publication {
  readonly register: Register;
  readonly settings: Settings;
  readonly figures: readonly Figure[];
  readonly answers: readonly AnswerCount[];
  readonly visits: readonly OutgoingRow[];
  readonly statementOf: (name: TallyName) => string;
  /** The version of this project. */
  readonly version: string;
}

type Tables = Readonly<Record<TableName, readonly OutgoingRow[]>>;

function answerRows(answers: readonly AnswerCount[], { questions, programme }: Settings): OutgoingRow[] {
  const choices = new Map(
    questions.flatMap(({ id, choices: list }) =>
      list.map((choice) => [`${id}|${choice.id}`, choice.names] as const),
    ),
  );
  return answers.map((row): OutgoingRow => {
    const names = choices.get(`${row.question_id}|${row.answer_id}`) ?? {};
    const labels = programme.languages.map(
      (language) => [`answer_${language}`, names[language] ?? ''] as const,
    );
    return { ...row, ...Object.fromEntries(labels) };
  });
}

async function tablesOf(publication: Publication): Promise<Tables> {
  const { register, settings, figures, answers, visits, statementOf, version } = publication;
  const { programme } = settings;
  const { query, cutoff, periods, drops, corrections } = register;
  return {
    findings: await findingRows(query, settings),
    finding_events: await eventRows(query, settings),
    figures: figures as readonly unknown[] as readonly OutgoingRow[],
    answers: answerRows(answers, settings),
    visits,
    ...listRows(settings),
    ...declarationRows(programme, statementOf),
    periods: periods.map((period): OutgoingRow => ({ ...period, complete: period.ends_on <= cutoff.on })),
    changes: corrections.map((correction): OutgoingRow => ({ ...correction })),
    releases: [],
    quality: qualityRows(drops, programme.tolerate ?? []),
    programme: programmeRows(settings, register, version),
  };
}

/** How many rows are written at a time. */
const rowsAtOnce = 20_000;

function csvOf(header: readonly string[], cells: Cells[]): string {
  const parts = [Papa.unparse([[...header]])];
  for (let start = 0; start < cells.length; start += rowsAtOnce)
    parts.push(Papa.unparse(cells.slice(start, start + rowsAtOnce) as (string | number)[][]));
  return `${parts.join('\r\n')}\r\n`;
}

type Cells = readonly (string | number)[];

async function writeTable(folder: string, name: TableName, header: readonly string[], cells: Cells[]) {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${name}.csv`), csvOf(header, cells));
}

const ownSubject = (row: OutgoingRow) =>
  row['subject_kind'] === 'department' ? row['subject_id'] : undefined;

/** Which tables every department has of its own, and which department a row belongs to. */
const ownerOf: Readonly<Partial<Record<TableName, (row: OutgoingRow) => OutgoingRow[string]>>> = {
  findings: (row) => row['department_id'],
  figures: ownSubject,
  answers: ownSubject,
};

/** Writes every public table: `latest/<table>.csv`, and those of each department. */
export async function publish(folder: string, publication: Publication): Promise<void> {
  const { programme, lookups } = publication.settings;
  const tables = await tablesOf(publication);
  for (const name of Object.keys(published) as TableName[]) {
    const rows = tables[name];
    const { header, cells } = writeCells(published[name], rows, programme.languages);
    await writeTable(join(folder, 'latest'), name, header, cells);
    const owner = ownerOf[name];
    if (owner === undefined) continue;
    const byOwner = Map.groupBy(cells.keys(), (place) => owner(rows[place] ?? {}));
    for (const { id } of lookups.departments) {
      const own = (byOwner.get(id) ?? []).map((place) => cells[place] ?? []);
      await writeTable(join(folder, 'departments', id), name, header, own);
    }
  }
}

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { AnswerCount, Figure, FunnelRow } from '../../model/figure.ts';
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
  readonly funnels: readonly FunnelRow[];
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
  const { register, settings, figures, funnels, answers, visits, statementOf, version } = publication;
  const { programme } = settings;
  const { query, cutoff, periods, drops, corrections } = register;
  return {
    findings: await findingRows(query, settings),
    finding_events: await eventRows(query, settings),
    figures: figures as readonly unknown[] as readonly OutgoingRow[],
    funnels: funnels.map((row): OutgoingRow => ({ ...row })),
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

const ownSubject = (kind: string) => (row: OutgoingRow) =>
  row['subject_kind'] === kind ? row['subject_id'] : undefined;

/**
 * Who has tables of their own: the folder, the list that names them, and by which table which of its rows are theirs.
 */
const owners: readonly {
  readonly folder: string;
  readonly list: TableName;
  readonly id: string;
  readonly ownerOf: Readonly<Partial<Record<TableName, (row: OutgoingRow) => OutgoingRow[string]>>>;
}[] = [
  {
    folder: 'departments',
    list: 'departments',
    id: 'department_id',
    ownerOf: {
      findings: (row) => row['department_id'],
      figures: ownSubject('department'),
      answers: ownSubject('department'),
    },
  },
  {
    folder: 'halls',
    list: 'halls',
    id: 'hall_id',
    ownerOf: { findings: (row) => row['hall_id'], figures: ownSubject('hall'), answers: ownSubject('hall') },
  },
  {
    folder: 'categories',
    list: 'categories',
    id: 'category_id',
    ownerOf: { findings: (row) => row['category_id'], figures: ownSubject('category') },
  },
  {
    folder: 'questions',
    list: 'questions',
    id: 'question_id',
    ownerOf: { figures: (row) => row['question_id'], answers: (row) => row['question_id'] },
  },
];

/** Writes what is each owner's of one table. */
async function writeOwn(
  folder: string,
  name: TableName,
  tables: Tables,
  header: readonly string[],
  cells: Cells[],
): Promise<void> {
  for (const { folder: place, list, id, ownerOf } of owners) {
    const owner = ownerOf[name];
    if (owner === undefined) continue;
    const rows = tables[name];
    const byOwner = Map.groupBy(cells.keys(), (at) => owner(rows[at] ?? {}));
    for (const one of tables[list]) {
      const own = (byOwner.get(one[id]) ?? []).map((at) => cells[at] ?? []);
      await writeTable(join(folder, place, String(one[id])), name, header, own);
    }
  }
}

/** Writes every public table: `latest/<table>.csv`, and those of each department, hall, category and question. */
export async function publish(folder: string, publication: Publication): Promise<void> {
  const { programme } = publication.settings;
  const tables = await tablesOf(publication);
  for (const name of Object.keys(published) as TableName[]) {
    const { header, cells } = writeCells(published[name], tables[name], programme.languages);
    await writeTable(join(folder, 'latest'), name, header, cells);
    await writeOwn(folder, name, tables, header, cells);
  }
}

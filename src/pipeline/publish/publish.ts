import { join } from 'node:path';
import type { AnswerCount, CurveRow, Figure, FunnelRow } from '../../model/figure.ts';
import { thresholdsOf } from '../../model/programme.ts';
import { published, type TableName } from '../../model/published.ts';
import type { Register } from '../../model/register.ts';
import type { Earlier } from '../../model/release.ts';
import type { Settings } from '../../model/settings.ts';
import type { TallyName } from '../../model/tally.ts';
import { writeCells, type OutgoingRow } from './cells.ts';
import { eventRows, findingRows } from './findings.ts';
import { declarationRows, listRows, programmeRows } from './lists.ts';
import { qualityRows } from './quality.ts';
import { releaseChangeRows } from './release-changes.ts';
import { releaseRows } from './releases.ts';
import { writeTable } from './write-table.ts';

/** What is to be published. */
export interface Publication {
  readonly register: Register;
  readonly earlier: Earlier;
  readonly settings: Settings;
  readonly figures: readonly Figure[];
  readonly funnels: readonly FunnelRow[];
  readonly curves: readonly CurveRow[];
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
  const { register, earlier, settings, figures, funnels, curves, answers, visits, statementOf, version } =
    publication;
  const { programme } = settings;
  const { query, cutoff, periods, drops, corrections } = register;
  const findings = await findingRows(query, settings);
  const events = await eventRows(query, settings);
  return {
    findings,
    finding_events: events,
    figures: figures as readonly unknown[] as readonly OutgoingRow[],
    funnels: funnels.map((row): OutgoingRow => ({ ...row })),
    curves: curves.map((row): OutgoingRow => ({ ...row })),
    answers: answerRows(answers, settings),
    visits,
    ...listRows(settings),
    ...declarationRows(programme, statementOf),
    periods: periods.map((period): OutgoingRow => ({ ...period, complete: period.ends_on <= cutoff.on })),
    changes: corrections.map((correction): OutgoingRow => ({ ...correction })),
    release_changes: releaseChangeRows(earlier, findings, events, corrections),
    releases: releaseRows(earlier.releases, programme.languages),
    quality: qualityRows(drops, programme.tolerate ?? [], thresholdsOf(programme).smallest_published_base),
    programme: programmeRows(settings, register, version),
  };
}

/** Writes every public table: `latest/<table>.csv`. */
export async function publish(folder: string, publication: Publication): Promise<void> {
  const { programme } = publication.settings;
  const tables = await tablesOf(publication);
  for (const name of Object.keys(published) as TableName[]) {
    const { header, cells } = writeCells(published[name], tables[name], programme.languages);
    await writeTable(join(folder, 'latest'), name, header, cells);
  }
}

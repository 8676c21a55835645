import { join } from 'node:path';
import { allDone } from '../../model/all-done.ts';
import type { ToldSurvey } from '../../model/earlier-survey.ts';
import type { AnswerCount, CurveRow, Figure, FunnelRow } from '../../model/figure.ts';
import { thresholdsOf } from '../../model/programme.ts';
import { published, type TableName } from '../../model/published.ts';
import type { Register } from '../../model/register.ts';
import type { Earlier, ReleasedRow } from '../../model/release.ts';
import type { Settings } from '../../model/settings.ts';
import { fileColumns } from '../../model/table.ts';
import type { TallyName } from '../../model/tally.ts';
import { writeCells, type OutgoingRow } from './cells.ts';
import { eventLines, findingLines } from './findings.ts';
import { lastTold } from './last-told.ts';
import { declarationRows, listRows, programmeRows, specialDayRows } from './lists.ts';
import { qualityRows } from './quality.ts';
import { watchChanges, type ChangeWatch } from './release-changes.ts';
import { releaseRows } from './releases.ts';
import { writeLines, writeTable } from './write-table.ts';
import { writtenRows } from './written-rows.ts';

/** What is to be published. */
export interface Publication {
  readonly register: Register;
  readonly earlier: Earlier;
  /** What earlier releases told of the survey. */
  readonly told: readonly ToldSurvey[];
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

/** Tables with a row for every finding or event: the store writes their lines, and nobody holds them. */
const linesOf = { findings: findingLines, finding_events: eventLines };

type Passing = keyof typeof linesOf;

type Tables = Readonly<Record<Exclude<TableName, Passing>, readonly OutgoingRow[]>>;

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

function tablesOf(publication: Publication, changes: ChangeWatch | null): Tables {
  const { register, earlier, settings, figures, funnels, curves, visits, statementOf, version } = publication;
  const { programme } = settings;
  const { cutoff, periods, drops, corrections } = register;
  const lists = listRows(settings);
  const declarations = declarationRows(programme, statementOf);
  const answers = answerRows(publication.answers, settings);
  return {
    figures: figures as readonly unknown[] as readonly OutgoingRow[],
    last_told: lastTold(publication.told, {
      figures,
      answers,
      meanings: { ...lists, rules: declarations.rules },
      corrected: programme.survey_corrections ?? [],
      releases: earlier.releases.map(({ record }) => record),
    }),
    funnels: funnels.map((row): OutgoingRow => ({ ...row })),
    curves: curves.map((row): OutgoingRow => ({ ...row })),
    answers,
    visits,
    ...lists,
    ...declarations,
    periods: periods.map((period): OutgoingRow => ({ ...period, complete: period.ends_on <= cutoff.on })),
    special_days: specialDayRows(register, programme.languages),
    changes: corrections.map((correction): OutgoingRow => ({ ...correction })),
    release_changes: changes?.rows() ?? [],
    releases: releaseRows(earlier.releases, programme.languages),
    quality: qualityRows(drops, programme.tolerate ?? [], thresholdsOf(programme).smallest_published_base),
    programme: programmeRows(settings, register, version),
  };
}

/** Has the rows of lines seen as they pass by. */
async function* seen(
  lines: AsyncIterable<readonly string[]>,
  header: string,
  see: (row: ReleasedRow) => void,
): AsyncGenerator<readonly string[]> {
  for await (const some of lines) {
    writtenRows([header, ...some].join('\r\n')).forEach(see);
    yield some;
  }
}

/** Writes every public table: `latest/<table>.csv`. */
export async function publish(folder: string, publication: Publication): Promise<void> {
  const { register, earlier, settings } = publication;
  const { languages } = settings.programme;
  const latest = join(folder, 'latest');
  const changes = watchChanges(earlier, register.corrections);
  const pass = async (name: Passing) => {
    const header = fileColumns(published[name], languages)
      .map((column) => column.name)
      .join(',');
    const lines = linesOf[name](register, settings);
    await writeLines(latest, name, header, changes === null ? lines : seen(lines, header, changes.see[name]));
  };
  await allDone((Object.keys(linesOf) as Passing[]).map(pass));
  const tables = tablesOf(publication, changes);
  for (const name of Object.keys(tables) as (keyof Tables)[]) {
    const { header, cells } = writeCells(published[name], tables[name], languages);
    await writeTable(latest, name, header, cells);
  }
}

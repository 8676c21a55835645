import { meaningTables, type Meanings, type ToldSurvey } from '../../model/earlier-survey.ts';
import { everyone } from '../../model/survey-table.ts';
import { releasedRows, releasedRowsWith, type EarlierRelease } from './read-releases.ts';

const isOfSurvey = (cellOf: (column: string) => string) =>
  cellOf('question_id') !== '' ||
  ['responses', 'active_share', 'evaluation_rate'].includes(cellOf('measure'));

/** The releases that told something of their own: one that went back to another says again what that one had said. */
export function tellingReleases(releases: readonly EarlierRelease[]): EarlierRelease[] {
  return releases.filter(({ record }) => record.rolled_back === null);
}

/** What an earlier release told of the survey, as everybody can read in its files. */
export async function earlierSurvey(release: EarlierRelease): Promise<ToldSurvey> {
  const answers = await releasedRows(release, 'answers');
  const figures = await releasedRowsWith(release, 'figures', isOfSurvey);
  const periods = new Set(
    figures.flatMap((row) =>
      row['measure'] === 'responses' && row['subject_kind'] === everyone.subject_kind
        ? [row['period'] ?? '']
        : [],
    ),
  );
  periods.delete(everyone.period);
  const meanings = await Promise.all(
    meaningTables.map(async (table) => [table, await releasedRows(release, table)] as const),
  );
  return {
    release: release.record.release,
    published_on: release.record.published_on,
    periods: [...periods].sort(),
    drops: release.record.inputs.map(({ file }) => file),
    answers,
    figures,
    meanings: Object.fromEntries(meanings) as unknown as Meanings,
  };
}

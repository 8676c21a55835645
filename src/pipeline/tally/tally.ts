import { readFileSync } from 'node:fs';
import { allDone } from '../../model/all-done.ts';
import type { Query } from '../../model/query.ts';
import type { Settings } from '../../model/settings.ts';
import { surveyFamilies } from '../../model/survey-table.ts';
import { tallyNames, type Tallies, type TallyName } from '../../model/tally.ts';

/** Writes out the families of tables that a statement counts for: `{families: a.block}` becomes `(a.hall, a.block), …`. */
function withFamilies(statement: string, { programme }: Settings): string {
  const families = surveyFamilies(programme.survey_tables ?? []);
  return statement.replaceAll(/\{families: ([^}]*)\}/g, (_, always: string) =>
    families
      .map((family) => `\n  (${[...family.map((dimension) => `a.${dimension}`), always].join(', ')})`)
      .join(',')
      .concat('\n'),
  );
}

/** The statement that makes a tally, as its file has it; the method page prints it from here. */
export function tallyStatement(name: TallyName, settings: Settings): string {
  return withFamilies(readFileSync(new URL(`${name}.sql`, import.meta.url), 'utf8'), settings);
}

/** Counts of the survey, which are had from what is kept of each drop, by the same statements. */
export type SurveyTallies = Pick<Tallies, 'responses' | 'answered' | 'answers'>;

/** Counts the register: one SQL file a tally, in the common core of the dialects. */
export async function tally(query: Query, settings: Settings, survey: SurveyTallies): Promise<Tallies> {
  const known: Partial<Tallies> = survey;
  const tallies = await allDone(
    tallyNames.map(async (name) => [name, known[name] ?? (await query(tallyStatement(name, settings)))]),
  );
  return Object.fromEntries(tallies);
}

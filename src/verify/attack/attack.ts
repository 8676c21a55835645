import { checkWithheld } from '../check-withheld.ts';
import type { SiteFiles } from '../difference.ts';
import { checkForms } from '../forms/check-forms.ts';
import { cell, rowsOf } from '../read-table.ts';
import { attackSurvey, type Services, type SurveyAttack } from './attack-survey.ts';
import { differences } from './differences.ts';
import { openExtremes, type Extremes } from './extremes.ts';
import type { Leak } from './leak.ts';
import { spoken } from './spoken.ts';
import { readState, toldBy, type State } from './state.ts';

/** What came of an attack. */
export interface Attacked {
  /** Published states that were attacked together: the earlier releases, and what stands now, each that tells something of its own. */
  readonly states: number;
  /** Groups of people of which something could have been learnt. */
  readonly groups: number;
  /** Suspicions that were not followed up, since the tables are too large. */
  readonly unasked: number;
  readonly leaks: readonly Leak[];
}

const latest = 'data/latest';

/** What is published. */
interface Published {
  /** Every state that tells something of its own, in the order in which they came out. */
  readonly states: readonly State[];
  /** What stands now, whether or not it was told before. */
  readonly now: State | undefined;
}

/**
 * Reads every published state, the releases in their order and then what stands now. What was told before tells nothing of its
 * own: after a way back the first state stands again, and nobody has left.
 */
async function readPublished(files: SiteFiles): Promise<Published> {
  const releases = files.names.includes(`${latest}/releases.csv`)
    ? rowsOf(await files.read(`${latest}/releases.csv`))
    : [];
  const own = releases
    .filter((row) => cell(row, 'rolled_back') === '')
    .map((row) => Number(cell(row, 'release')));
  const folders = own.map((release) => [`data/releases/${release}`, release] as const);
  const states: State[] = [];
  for (const [folder, release] of [...folders, [latest, null] as const]) {
    const state = await readState(files, folder, release);
    if (state !== null) states.push(state);
  }
  const told = states.map(toldBy);
  return {
    states: states.filter((_, place) => told.indexOf(told[place] ?? '') === place),
    now: states.find(({ release }) => release === null),
  };
}

/** Pages that could show numbers of the survey: those of findings, and lists of them, are made of tables that withhold nothing. */
const couldShow = (page: string) => !/(?:^|\/)findings\//.test(page);

/** Which pages are read: in a build those that could show numbers of the survey, of which a large site has few. */
export type Pages = 'of the survey' | 'all';

/** How the auditor goes about it. */
export interface Means {
  readonly services?: Services;
  readonly pages?: Pages;
  /** Attacks the numbers of the survey; whoever has done it before may know the outcome. */
  readonly survey?: (
    states: readonly State[],
    extremes: Extremes,
    services: Services,
  ) => SurveyAttack | Promise<SurveyAttack>;
}

/** Whatever else stands on the site: other forms and copies of the tables, and pages. */
async function elsewhere(files: SiteFiles, now: State | undefined, pages: Pages): Promise<Leak[]> {
  if (now === undefined) return [];
  const html = files.names.filter((name) => name.endsWith('.html') && (pages === 'all' || couldShow(name)));
  const found = [...(await checkForms(files, 'withheld')), ...(await checkWithheld(files, now, html))];
  return found.map(({ where, found: what }) => ({ code: 'told-elsewhere', where, found: what }));
}

/**
 * Plays the auditor: tries to learn something of a small group from the public files of this release and those before,
 * by subtraction, by bounds, from rates and means, by subtracting releases, and from what stands in other forms and on
 * pages. It must come back with nothing. That a service's people are its department's is what a reader believes; where
 * it is not so, what follows from it is wrong.
 */
export async function attack(
  files: SiteFiles,
  { services = 'nested', pages = 'all', survey = attackSurvey }: Means = {},
): Promise<Attacked> {
  const { states, now } = await readPublished(files);
  const worked = await survey(states, await openExtremes(), services);
  const leaks = [
    ...states.flatMap(spoken),
    ...differences(states),
    ...worked.leaks,
    ...(await elsewhere(files, now, pages)),
  ];
  return {
    states: states.length,
    groups: worked.groups,
    unasked: worked.unasked,
    leaks: [...new Map(leaks.map((leak) => [`${leak.code} ${leak.where}`, leak])).values()],
  };
}

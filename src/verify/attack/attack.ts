import { checkLastTold } from '../check-last-told.ts';
import { addSilent, type Silent } from '../check-withheld.ts';
import type { SiteFiles } from '../difference.ts';
import { checkForms } from '../forms/check-forms.ts';
import { cell, rowsOf } from '../read-table.ts';
import { attackPages, elsewhere } from './attack-pages.ts';
import { attackSurvey, type Services, type SurveyAttack } from './attack-survey.ts';
import { differences } from './differences.ts';
import { openExtremes, type Extremes } from './extremes.ts';
import { distinct, type Leak } from './leak.ts';
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
  const told = states.length > 1 ? states.map(toldBy) : [];
  return {
    states: states.filter((_, place) => place === 0 || told.indexOf(told[place] ?? '') === place),
    now: states.find(({ release }) => release === null),
  };
}

/** Attacks the numbers of the survey; whoever has done it before may know the outcome. */
export type AttackSurvey = (
  states: readonly State[],
  extremes: Extremes,
  services: Services,
  question?: string,
) => SurveyAttack | Promise<SurveyAttack>;

/** How the auditor goes about it. */
export interface Means {
  readonly services?: Services;
  readonly survey?: AttackSurvey;
  /** The one question that is attacked, `''` for the responses; all unless told. */
  readonly question?: string;
}

/** What came of an attack on numbers, with the rows of the survey that stand now. */
export interface AttackedNumbers extends Attacked {
  readonly now: Pick<State, 'answers' | 'figures'>;
}

/** Tries to learn something from the numbers of the public tables of now and of every release: by subtraction, by bounds, from rates and means. */
export async function attackNumbers(
  files: SiteFiles,
  { services = 'nested', survey = attackSurvey, question }: Means = {},
): Promise<AttackedNumbers> {
  const { states, now } = await readPublished(files);
  const worked = await survey(states, await openExtremes(), services, question);
  return {
    states: states.length,
    groups: worked.groups,
    unasked: worked.unasked,
    leaks: [...states.flatMap(spoken), ...differences(states), ...worked.leaks],
    now: now ?? { answers: [], figures: [] },
  };
}

/**
 * Looks for what is withheld in other forms and copies of the tables. What is repeated of an earlier release is a statement of that
 * one, and tells nothing new as long as it is what that one told.
 */
export async function attackForms(files: SiteFiles): Promise<Leak[]> {
  return elsewhere([...(await checkForms(files, 'withheld')), ...(await checkLastTold(files))]);
}

/**
 * Plays the auditor: tries to learn something of a small group from the public files of this release and those before,
 * by subtraction, by bounds, from rates and means, by subtracting releases, and from what stands in other forms and on
 * pages. It must come back with nothing. That a service's people are its department's is what a reader believes; where
 * it is not so, what follows from it is wrong.
 */
export async function attack(files: SiteFiles, means: Means = {}): Promise<Attacked> {
  const { now, leaks, ...numbers } = await attackNumbers(files, means);
  const silent: Silent = new Map();
  addSilent(silent, now);
  const others =
    numbers.states === 0 ? [] : [...(await attackForms(files)), ...(await attackPages(files, silent))];
  return { ...numbers, leaks: distinct([...leaks, ...others]) };
}

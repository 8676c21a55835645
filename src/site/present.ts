import { officers } from './officers.ts';
import { tables } from './tables/tables.ts';

/** Which parts of the site this programme has anything for. Pages and navigation ask here, so that they agree. */
export const present = {
  survey: tables.questions.length > 0,
  halls: tables.halls.length > 0,
  services: tables.services.length > 0,
  categories: tables.categories.length > 0,
  programme: tables.cohorts.length + tables.visits.length + tables.halls.length > 0,
} as const;

/**
 * Whether people are asked and nobody goes to look: as long as there is neither a finding nor a visit, the pages speak of answers
 * alone. That no problem was found would be a claim, and a wrong one, where nobody looked for any.
 */
export const surveyOnly = present.survey && tables.findings.length + tables.visits.length === 0;

/**
 * Whether those who look are whom our pages describe: residents who applied, serve for a year and go where they like. Of those whom
 * a programme calls something else none of it is known, so it is not said.
 */
export const areVolunteers = officers().zh === undefined && officers().en === undefined;

/** Whether there is one department and no other: all together say the same of it, so it is held against nobody. */
export const isAlone = tables.departments.length === 1;

/** Whether a subject is that department. */
export function isOnly({ kind }: { readonly kind: string }): boolean {
  return isAlone && kind === 'department';
}

/** What a line of explanation is about. */
type Matter = 'findings' | 'volunteers' | 'survey' | 'numbers';

/** Whether this programme has what a line explains. */
export function isHere({ about }: { readonly about: string }): boolean {
  const here: Readonly<Record<Matter, boolean>> = {
    findings: !surveyOnly,
    volunteers: areVolunteers && present.programme && !surveyOnly,
    survey: present.survey,
    numbers: true,
  };
  return here[about as Matter];
}

/** A part of the site that a programme may have nothing for, by its folder. */
export type SitePart = keyof typeof present;

/** The parts that this programme has nothing for yet. */
export const absentParts = (Object.keys(present) as SitePart[]).filter((part) => !present[part]);

import { tables } from './tables/tables.ts';

/** Which parts of the site this programme has anything for. Pages and navigation ask here, so that they agree. */
export const present = {
  survey: tables.questions.length > 0,
  halls: tables.halls.length > 0,
  services: tables.services.length > 0,
  categories: tables.categories.length > 0,
  programme: tables.cohorts.length + tables.visits.length + tables.halls.length > 0,
} as const;

/** A part of the site that a programme may have nothing for, by its folder. */
export type SitePart = keyof typeof present;

/** The parts that this programme has nothing for yet. */
export const absentParts = (Object.keys(present) as SitePart[]).filter((part) => !present[part]);
